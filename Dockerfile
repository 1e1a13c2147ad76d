# Peninsula in a container: built in one stage, run in another that has no compiler, no pip and no root.

FROM python:3.13-slim AS build
# For gunicorn's parser in C, the one package without ready-made wheels.
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /build
RUN python -m venv /opt/peninsula
# Dependencies first: they change seldom, and are then taken from the build's cache.
COPY requirements.txt requirements-build.txt requirements-fast.txt ./
RUN /opt/peninsula/bin/python -m pip install --no-cache-dir --require-hashes --no-deps \
        --requirement requirements.txt --requirement requirements-build.txt
RUN /opt/peninsula/bin/python -m pip install --no-cache-dir --require-hashes --no-deps --no-build-isolation \
        --requirement requirements-fast.txt
COPY pyproject.toml README.md requirements.in ./
COPY service service
RUN /opt/peninsula/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation .
RUN /opt/peninsula/bin/python -m pip uninstall --yes setuptools pip

FROM python:3.13-slim
RUN python -m pip uninstall --yes pip
# A number, so that an orchestrator can tell that it is not root.
RUN groupadd --gid 10001 peninsula \
    && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin peninsula \
    && install --directory --owner=10001 --group=10001 /var/lib/peninsula
COPY --from=build /opt/peninsula /opt/peninsula
ENV PATH=/opt/peninsula/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    HOST=0.0.0.0 \
    PORT=8000 \
    PENINSULA_DATABASE_URL=sqlite:////var/lib/peninsula/peninsula.db
USER 10001:10001
WORKDIR /var/lib/peninsula
VOLUME /var/lib/peninsula
EXPOSE 8000
# Ready, not only alive: an API without its database is not healthy. There is no curl in a slim image.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/readyz', timeout=4)"]
CMD ["peninsula", "serve"]

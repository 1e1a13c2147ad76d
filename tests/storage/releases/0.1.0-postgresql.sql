--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: alembic_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);


--
-- Name: api_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.api_keys (
    id character varying NOT NULL COLLATE pg_catalog."C",
    owner character varying NOT NULL,
    scopes character varying NOT NULL,
    secret_hash character varying NOT NULL,
    created_at character varying NOT NULL COLLATE pg_catalog."C",
    expires_at character varying COLLATE pg_catalog."C",
    revoked_at character varying COLLATE pg_catalog."C"
);


--
-- Name: COLUMN api_keys.scopes; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.api_keys.scopes IS 'comma list';


--
-- Name: COLUMN api_keys.secret_hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.api_keys.secret_hash IS 'SHA-256 of the secret, hexadecimal';


--
-- Name: idempotency_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.idempotency_keys (
    api_key_id character varying NOT NULL COLLATE pg_catalog."C",
    idempotency_key character varying NOT NULL COLLATE pg_catalog."C",
    fingerprint character varying NOT NULL,
    status integer NOT NULL,
    headers character varying NOT NULL,
    body bytea NOT NULL,
    created_at character varying NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: COLUMN idempotency_keys.fingerprint; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.idempotency_keys.fingerprint IS 'of method, path and body';


--
-- Name: COLUMN idempotency_keys.headers; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.idempotency_keys.headers IS 'JSON object';


--
-- Name: links; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.links (
    from_type character varying NOT NULL COLLATE pg_catalog."C",
    from_id character varying NOT NULL COLLATE pg_catalog."C",
    pointer character varying NOT NULL,
    to_type character varying NOT NULL COLLATE pg_catalog."C",
    to_id character varying NOT NULL COLLATE pg_catalog."C",
    to_part character varying COLLATE pg_catalog."C",
    seq_from bigint NOT NULL,
    seq_to bigint
);


--
-- Name: COLUMN links.pointer; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.links.pointer IS 'JSON Pointer to the naming place';


--
-- Name: COLUMN links.to_part; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.links.to_part IS 'the part of the target that is named, a component of a facility say';


--
-- Name: positions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.positions (
    type character varying NOT NULL COLLATE pg_catalog."C",
    id character varying NOT NULL COLLATE pg_catalog."C",
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    seq_from bigint NOT NULL,
    seq_to bigint
);


--
-- Name: COLUMN positions.latitude; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.positions.latitude IS 'degrees, WGS 84';


--
-- Name: COLUMN positions.longitude; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.positions.longitude IS 'degrees, WGS 84';


--
-- Name: revisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.revisions (
    seq_from bigint NOT NULL,
    seq_to bigint,
    type character varying NOT NULL COLLATE pg_catalog."C",
    id character varying NOT NULL COLLATE pg_catalog."C",
    revision integer NOT NULL,
    operation character varying NOT NULL,
    recorded_at character varying NOT NULL COLLATE pg_catalog."C",
    actor character varying NOT NULL,
    reason character varying,
    body character varying
);


--
-- Name: COLUMN revisions.seq_from; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.revisions.seq_from IS 'the change that made it';


--
-- Name: COLUMN revisions.seq_to; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.revisions.seq_to IS 'the change that ended it; null while current';


--
-- Name: COLUMN revisions.operation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.revisions.operation IS 'created, updated or deleted';


--
-- Name: COLUMN revisions.recorded_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.revisions.recorded_at IS 'RFC 3339 UTC with microseconds, strictly increasing';


--
-- Name: COLUMN revisions.actor; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.revisions.actor IS 'the owner of the key that wrote it, or the command line';


--
-- Name: COLUMN revisions.body; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.revisions.body IS 'the exact JSON that is served; null for a deletion';


--
-- Name: service_secrets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.service_secrets (
    name character varying NOT NULL COLLATE pg_catalog."C",
    value character varying NOT NULL
);


--
-- Name: COLUMN service_secrets.value; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.service_secrets.value IS 'made at migration, shared by all replicas';


--
-- Name: terms; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.terms (
    type character varying NOT NULL COLLATE pg_catalog."C",
    field character varying NOT NULL COLLATE pg_catalog."C",
    value character varying NOT NULL COLLATE pg_catalog."C",
    sort_key character varying NOT NULL COLLATE pg_catalog."C",
    id character varying NOT NULL COLLATE pg_catalog."C",
    seq_from bigint NOT NULL,
    seq_to bigint
);


--
-- Name: COLUMN terms.sort_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.terms.sort_key IS 'the record''s earliest date, or its folded name';


--
-- Name: texts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.texts (
    seq_from bigint NOT NULL,
    type character varying NOT NULL COLLATE pg_catalog."C",
    words character varying NOT NULL
);


--
-- Name: COLUMN texts.words; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.texts.words IS 'folded words, one space before, between and after';


--
-- Name: vocabulary; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.vocabulary (
    head_length integer NOT NULL,
    word character varying NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: COLUMN vocabulary.head_length; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.vocabulary.head_length IS 'of the longest other word of its revision that the word begins with; 0 without one';


--
-- Name: COLUMN vocabulary.word; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.vocabulary.word IS 'of any revision, if longer than the prefixes that are indexed';


--
-- Data for Name: alembic_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alembic_version VALUES ('0003');


--
-- Data for Name: api_keys; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.api_keys VALUES ('4f4f735833e5', 'desk', 'read,write', '759c750886b5da95d452d9eb66ac5314fb949482e7f7f190818819d3bf0b142b', '2026-11-01T00:00:00.000000Z', NULL, NULL);


--
-- Data for Name: idempotency_keys; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: links; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.links VALUES ('system', 'hwasong-14', '/citations/0/source', 'source', 'new-york-times-2018-09-parade', NULL, 5, NULL);
INSERT INTO public.links VALUES ('system', 'hwasong-14', '/claims/0/citations/0/source', 'source', 'new-york-times-2018-09-parade', NULL, 5, NULL);
INSERT INTO public.links VALUES ('system', 'hwasong-15', '/citations/0/source', 'source', 'new-york-times-2018-09-parade', NULL, 6, NULL);
INSERT INTO public.links VALUES ('system', 'hwasong-15', '/claims/0/citations/0/source', 'source', 'new-york-times-2018-09-parade', NULL, 6, NULL);
INSERT INTO public.links VALUES ('summit', 'second-trump-kim-meeting', '/steps/0/citations/0/source', 'source', 'white-house-briefing-2018-09-10', NULL, 7, NULL);
INSERT INTO public.links VALUES ('summit', 'second-trump-kim-meeting', '/steps/0/citations/1/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 7, NULL);
INSERT INTO public.links VALUES ('summit', 'second-trump-kim-meeting', '/steps/1/citations/0/source', 'source', 'white-house-briefing-2018-09-10', NULL, 7, NULL);
INSERT INTO public.links VALUES ('summit', 'second-trump-kim-meeting', '/steps/1/citations/1/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 7, NULL);
INSERT INTO public.links VALUES ('summit', 'second-trump-kim-meeting', '/follows', 'summit', 'singapore-2018', NULL, 7, NULL);
INSERT INTO public.links VALUES ('summit', 'second-trump-kim-meeting', '/citations/0/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 7, NULL);
INSERT INTO public.links VALUES ('summit', 'second-trump-kim-meeting', '/citations/1/source', 'source', 'white-house-briefing-2018-09-10', NULL, 7, NULL);
INSERT INTO public.links VALUES ('communication', 'kim-jong-un-letter-second-meeting', '/regarding/0', 'summit', 'second-trump-kim-meeting', NULL, 9, NULL);
INSERT INTO public.links VALUES ('communication', 'kim-jong-un-letter-second-meeting', '/citations/0/source', 'source', 'white-house-briefing-2018-09-10', NULL, 9, NULL);
INSERT INTO public.links VALUES ('communication', 'kim-jong-un-letter-second-meeting', '/citations/1/source', 'source', 'white-house-briefing-2018-09-10', NULL, 9, NULL);
INSERT INTO public.links VALUES ('communication', 'kim-jong-un-letter-second-meeting', '/citations/2/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 9, NULL);
INSERT INTO public.links VALUES ('communication', 'kim-jong-un-letter-second-meeting', '/claims/0/citations/0/source', 'source', 'white-house-briefing-2018-09-10', NULL, 9, NULL);
INSERT INTO public.links VALUES ('communication', 'kim-jong-un-letter-second-meeting', '/claims/0/citations/1/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 9, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/quotes/0/citations/0/source', 'source', 'white-house-briefing-2018-09-10', NULL, 10, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/quotes/0/citations/1/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 10, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/quotes/1/citations/0/source', 'source', 'white-house-briefing-2018-09-10', NULL, 10, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/quotes/1/citations/1/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 10, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/quotes/2/citations/0/source', 'source', 'white-house-briefing-2018-09-10', NULL, 10, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/quotes/2/citations/1/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 10, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/quotes/3/citations/0/source', 'source', 'white-house-briefing-2018-09-10', NULL, 10, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/quotes/3/citations/1/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 10, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/regarding/0', 'summit', 'second-trump-kim-meeting', NULL, 10, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/regarding/1', 'parade', 'north-korea-2018-09-09', NULL, 10, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/citations/0/source', 'source', 'white-house-briefing-2018-09-10', NULL, 10, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/citations/1/source', 'source', 'white-house-briefing-2018-09-10', NULL, 10, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/citations/2/source', 'source', 'white-house-briefing-2018-09-10', NULL, 10, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/citations/3/source', 'source', 'white-house-briefing-2018-09-10', NULL, 10, NULL);
INSERT INTO public.links VALUES ('communication', 'white-house-press-briefing-2018-09-10', '/citations/4/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 10, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-02', '/appearances/0/system', 'system', 'hwasong-14', NULL, 11, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-02', '/appearances/0/citations/0/source', 'source', 'new-york-times-2018-09-parade', NULL, 11, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-02', '/appearances/1/system', 'system', 'hwasong-15', NULL, 11, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-02', '/appearances/1/citations/0/source', 'source', 'new-york-times-2018-09-parade', NULL, 11, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-02', '/citations/0/source', 'source', 'new-york-times-2018-09-parade', NULL, 11, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-09-09', '/appearances/0/citations/0/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 12, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-09-09', '/appearances/0/citations/1/source', 'source', 'new-york-times-2018-09-parade', NULL, 12, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-09-09', '/appearances/1/system', 'system', 'hwasong-14', NULL, 12, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-09-09', '/appearances/1/citations/0/source', 'source', 'new-york-times-2018-09-parade', NULL, 12, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-09-09', '/appearances/1/citations/1/source', 'source', 'new-york-times-2018-09-parade', NULL, 12, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-09-09', '/appearances/2/system', 'system', 'hwasong-15', NULL, 12, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-09-09', '/appearances/2/citations/0/source', 'source', 'new-york-times-2018-09-parade', NULL, 12, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-09-09', '/appearances/2/citations/1/source', 'source', 'new-york-times-2018-09-parade', NULL, 12, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-09-09', '/citations/0/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 12, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-09-09', '/citations/1/source', 'source', 'white-house-briefing-2018-09-10', NULL, 12, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-09-09', '/citations/2/source', 'source', 'new-york-times-2018-09-parade', NULL, 12, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-09-09', '/claims/0/citations/0/source', 'source', 'white-house-briefing-2018-09-10', NULL, 12, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-09-09', '/claims/0/citations/1/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 12, NULL);
INSERT INTO public.links VALUES ('parade', 'north-korea-2018-09-09', '/claims/1/citations/0/source', 'source', 'new-york-times-2018-09-parade', NULL, 12, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/0/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/0/citations/1/source', 'source', '38-north-2018-07-sohae', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/0/citations/2/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 13, 21);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20-to-22', '/facility', 'facility', 'sohae', NULL, 14, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20-to-22', '/findings/0/component', 'facility', 'sohae', 'engine-test-stand', 14, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20-to-22', '/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 14, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20-to-22', '/citations/1/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 14, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-22', '/facility', 'facility', 'sohae', NULL, 16, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-22', '/findings/0/component', 'facility', 'sohae', 'rail-mounted-structure', 16, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-22', '/findings/1/component', 'facility', 'sohae', 'fuel-oxidizer-bunkers', 16, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-22', '/findings/2/component', 'facility', 'sohae', 'main-processing-building', 16, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-22', '/findings/3/component', 'facility', 'sohae', 'gantry-tower', 16, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-22', '/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 16, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-22', '/citations/1/source', 'source', '38-north-2018-07-sohae', NULL, 16, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-22', '/citations/2/source', 'source', '38-north-2018-07-sohae', NULL, 16, NULL);
INSERT INTO public.links VALUES ('summit', 'singapore-2018', '/steps/0/citations/0/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 8, 17);
INSERT INTO public.links VALUES ('summit', 'singapore-2018', '/steps/0/citations/1/source', 'source', 'white-house-briefing-2018-09-10', NULL, 8, 17);
INSERT INTO public.links VALUES ('summit', 'singapore-2018', '/citations/0/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 8, 17);
INSERT INTO public.links VALUES ('summit', 'singapore-2018', '/citations/1/source', 'source', 'white-house-briefing-2018-09-10', NULL, 8, 17);
INSERT INTO public.links VALUES ('summit', 'singapore-2018', '/steps/0/citations/0/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 17, NULL);
INSERT INTO public.links VALUES ('summit', 'singapore-2018', '/steps/0/citations/1/source', 'source', 'white-house-briefing-2018-09-10', NULL, 17, NULL);
INSERT INTO public.links VALUES ('summit', 'singapore-2018', '/citations/0/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 17, NULL);
INSERT INTO public.links VALUES ('summit', 'singapore-2018', '/citations/1/source', 'source', 'white-house-briefing-2018-09-10', NULL, 17, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/facility', 'facility', 'sohae', NULL, 15, 20);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/findings/0/component', 'facility', 'sohae', 'rail-mounted-structure', 15, 20);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/findings/1/component', 'facility', 'sohae', 'rail-mounted-structure', 15, 20);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/findings/2/component', 'facility', 'sohae', 'fuel-oxidizer-bunkers', 15, 20);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/findings/3/component', 'facility', 'sohae', 'main-processing-building', 15, 20);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/findings/4/component', 'facility', 'sohae', 'gantry-tower', 15, 20);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 15, 20);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/citations/1/source', 'source', '38-north-2018-07-sohae', NULL, 15, 20);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/citations/2/source', 'source', '38-north-2018-07-sohae', NULL, 15, 20);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/facility', 'facility', 'sohae', NULL, 20, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/findings/0/component', 'facility', 'sohae', 'rail-mounted-structure', 20, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/findings/1/component', 'facility', 'sohae', 'rail-mounted-structure', 20, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/findings/2/component', 'facility', 'sohae', 'fuel-oxidizer-bunkers', 20, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/findings/3/component', 'facility', 'sohae', 'main-processing-building', 20, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/findings/4/component', 'facility', 'sohae', 'gantry-tower', 20, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 20, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/citations/1/source', 'source', '38-north-2018-07-sohae', NULL, 20, NULL);
INSERT INTO public.links VALUES ('observation', 'sohae-2018-07-20', '/citations/2/source', 'source', '38-north-2018-07-sohae', NULL, 20, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/1/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/2/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/3/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/4/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/5/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/6/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/claims/0/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/claims/1/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/claims/2/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/claims/3/citations/0/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/claims/3/citations/1/source', 'source', '38-north-2018-07-sohae', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/claims/4/citations/0/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 13, 21);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/0/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/0/citations/1/source', 'source', '38-north-2018-07-sohae', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/0/citations/2/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/1/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/2/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/3/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/4/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/5/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/components/6/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/claims/0/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/claims/1/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/claims/2/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/claims/3/citations/0/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/claims/3/citations/1/source', 'source', '38-north-2018-07-sohae', NULL, 21, NULL);
INSERT INTO public.links VALUES ('facility', 'sohae', '/claims/4/citations/0/source', 'source', 'white-house-coordinating-second-meeting-2018-09', NULL, 21, NULL);
INSERT INTO public.links VALUES ('system', 'entered-twice', '/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 22, 23);
INSERT INTO public.links VALUES ('system', 'brought-back', '/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 24, 25);
INSERT INTO public.links VALUES ('system', 'brought-back', '/citations/0/source', 'source', '38-north-2018-07-sohae', NULL, 26, NULL);


--
-- Data for Name: positions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: revisions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.revisions VALUES (2, NULL, 'source', 'new-york-times-2018-09-parade', 1, 'created', '2026-11-29T21:55:05.138719Z', 'command line', NULL, '{"type":"source","id":"new-york-times-2018-09-parade","revision":1,"recorded_at":"2026-11-29T21:55:05.138719Z","self":"/v1/sources/new-york-times-2018-09-parade","publisher":"New York Times","title":"New York Times report on North Korea''s parade for its 70th anniversary","url":null,"authors":[],"published":"../2018-09-10~","published_earliest":null,"published_latest":"2018-09-10","date_note":"The date of publication is not stated. It is no later than that of the article which quotes the report.","kind":"news_article","language":null,"retrieved_on":null,"retrieved_on_earliest":null,"retrieved_on_latest":null,"archived_url":null,"reliability":null,"republishes":null,"corrected":null,"corrected_earliest":null,"corrected_latest":null,"correction":null,"same_as":[],"claims":[],"note":"Known through white-house-coordinating-second-meeting-2018-09, which quotes it and names neither title nor address; the title describes it."}');
INSERT INTO public.revisions VALUES (3, NULL, 'source', 'white-house-briefing-2018-09-10', 1, 'created', '2026-11-29T21:55:05.139508Z', 'command line', NULL, '{"type":"source","id":"white-house-briefing-2018-09-10","revision":1,"recorded_at":"2026-11-29T21:55:05.139508Z","self":"/v1/sources/white-house-briefing-2018-09-10","publisher":"White House","title":"White House press briefing, Monday 10 September 2018","url":null,"authors":[],"published":"2018-09-10","published_earliest":"2018-09-10","published_latest":"2018-09-10","date_note":"Monday''s press briefing: the Monday after Sunday 2018-09-09, the 70th anniversary of North Korea''s founding.","kind":"press_briefing","language":null,"retrieved_on":null,"retrieved_on_earliest":null,"retrieved_on_latest":null,"archived_url":null,"reliability":null,"republishes":null,"corrected":null,"corrected_earliest":null,"corrected_latest":null,"correction":null,"same_as":[],"claims":[],"note":"Known through white-house-coordinating-second-meeting-2018-09, which quotes it; the title describes it."}');
INSERT INTO public.revisions VALUES (4, NULL, 'source', 'white-house-coordinating-second-meeting-2018-09', 1, 'created', '2026-11-29T21:55:05.140435Z', 'command line', NULL, '{"type":"source","id":"white-house-coordinating-second-meeting-2018-09","revision":1,"recorded_at":"2026-11-29T21:55:05.140435Z","self":"/v1/sources/white-house-coordinating-second-meeting-2018-09","publisher":null,"title":"White House Coordinating Second Trump-Kim Meeting After North Korean Leader Sends \"Very Positive Letter\"","url":null,"authors":[],"published":"2018-09-10~","published_earliest":"2018-09-10","published_latest":"2018-09-10","date_note":"The article carries no date and names no publisher. It speaks of the parade for the 70th anniversary of North Korea''s founding as Sunday''s, which was 2018-09-09, and of the press briefing as Monday''s, which was 2018-09-10.","kind":"news_article","language":"en","retrieved_on":null,"retrieved_on_earliest":null,"retrieved_on_latest":null,"archived_url":null,"reliability":null,"republishes":null,"corrected":null,"corrected_earliest":null,"corrected_latest":null,"correction":null,"same_as":[],"claims":[],"note":null}');
INSERT INTO public.revisions VALUES (5, NULL, 'system', 'hwasong-14', 1, 'created', '2026-11-29T21:55:05.141757Z', 'command line', NULL, '{"type":"system","id":"hwasong-14","revision":1,"recorded_at":"2026-11-29T21:55:05.141757Z","self":"/v1/systems/hwasong-14","name":"Hwasong-14","aliases":[],"category":"icbm","country":"PRK","range_km":null,"citations":[{"source":"new-york-times-2018-09-parade","quote":"The North’s intercontinental ballistic missiles, including its Hwasong-14 and Hwasong-15","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/name","/category","/country"]}],"same_as":[],"claims":[{"id":"provoked-threat-of-military-action","about":"threat of military action","statement":"North Korea''s intercontinental ballistic missiles have provoked President Trump to the extent that he has threatened military action.","by":{"name":"New York Times","country":null,"office":null,"role":null},"stance":"asserts","responds_to":null,"value":null,"basis":"stated","credibility":null,"citations":[{"source":"new-york-times-2018-09-parade","quote":"they have provoked President Trump to the extent that he has threatened military action.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/claims/0/statement"]}]}],"note":null}');
INSERT INTO public.revisions VALUES (6, NULL, 'system', 'hwasong-15', 1, 'created', '2026-11-29T21:55:05.144487Z', 'command line', NULL, '{"type":"system","id":"hwasong-15","revision":1,"recorded_at":"2026-11-29T21:55:05.144487Z","self":"/v1/systems/hwasong-15","name":"Hwasong-15","aliases":[],"category":"icbm","country":"PRK","range_km":null,"citations":[{"source":"new-york-times-2018-09-parade","quote":"The North’s intercontinental ballistic missiles, including its Hwasong-14 and Hwasong-15","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/name","/category","/country"]}],"same_as":[],"claims":[{"id":"provoked-threat-of-military-action","about":"threat of military action","statement":"North Korea''s intercontinental ballistic missiles have provoked President Trump to the extent that he has threatened military action.","by":{"name":"New York Times","country":null,"office":null,"role":null},"stance":"asserts","responds_to":null,"value":null,"basis":"stated","credibility":null,"citations":[{"source":"new-york-times-2018-09-parade","quote":"they have provoked President Trump to the extent that he has threatened military action.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/claims/0/statement"]}]}],"note":null}');
INSERT INTO public.revisions VALUES (1, 18, 'source', '38-north-2018-07-sohae', 1, 'created', '2026-11-29T21:55:05.131516Z', 'command line', NULL, '{"type":"source","id":"38-north-2018-07-sohae","revision":1,"recorded_at":"2026-11-29T21:55:05.131516Z","self":"/v1/sources/38-north-2018-07-sohae","publisher":"38 North","title":"38 North analysis of satellite imagery of the Sohae Satellite Launching Station, 20 and 22 July 2018","url":null,"authors":[],"published":"2018-07-22/2018-09-10~","published_earliest":"2018-07-22","published_latest":"2018-09-10","date_note":"The date of publication is not stated. It is no earlier than the later of the two images and no later than the article which quotes the analysis.","kind":"imagery_analysis","language":null,"retrieved_on":null,"retrieved_on_earliest":null,"retrieved_on_latest":null,"archived_url":null,"reliability":null,"republishes":null,"corrected":null,"corrected_earliest":null,"corrected_latest":null,"correction":null,"same_as":[],"claims":[],"note":"Known through white-house-coordinating-second-meeting-2018-09, which quotes it twice and names neither title nor address; the title describes it."}');
INSERT INTO public.revisions VALUES (24, 25, 'system', 'brought-back', 1, 'created', '2026-11-29T21:55:05.513877Z', 'desk', NULL, '{"type":"system","id":"brought-back","revision":1,"recorded_at":"2026-11-29T21:55:05.513877Z","self":"/v1/systems/brought-back","name":"Brought back","aliases":[],"category":"other","country":"PRK","range_km":null,"citations":[{"source":"38-north-2018-07-sohae","quote":null,"locator":null,"supports":[]}],"same_as":[],"claims":[],"note":null}');
INSERT INTO public.revisions VALUES (25, 26, 'system', 'brought-back', 2, 'deleted', '2026-11-29T21:55:05.532196Z', 'desk', 'Entered twice', NULL);
INSERT INTO public.revisions VALUES (7, NULL, 'summit', 'second-trump-kim-meeting', 1, 'created', '2026-11-29T21:55:05.149400Z', 'command line', NULL, '{"type":"summit","id":"second-trump-kim-meeting","revision":1,"recorded_at":"2026-11-29T21:55:05.149400Z","self":"/v1/summits/second-trump-kim-meeting","title":"Second Trump-Kim meeting","kind":"summit","parties":[{"name":"Donald Trump","country":"USA","office":"President","role":null},{"name":"Kim Jong Un","country":"PRK","office":"North Korean leader","role":null}],"place":null,"date":null,"date_earliest":null,"date_latest":null,"steps":[{"status":"requested","date":"../2018-09-10","date_earliest":null,"date_latest":"2018-09-10","by":{"name":"Kim Jong Un","country":"PRK","office":"North Korean leader","role":null},"target":null,"note":"By a letter whose date is not stated; it is no later than the briefing that speaks of it.","citations":[{"source":"white-house-briefing-2018-09-10","quote":"The primary purpose of the letter was to request, and look to schedule another meeting with the president","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/steps/0/status","/steps/0/date"]},{"source":"white-house-coordinating-second-meeting-2018-09","quote":"the North Korean leader sent a \"very warm, very positive letter\" requesting a follow-up summit","locator":null,"supports":["/steps/0/status","/steps/0/by"]}]},{"status":"coordinating","date":"2018-09-10","date_earliest":"2018-09-10","date_latest":"2018-09-10","by":{"name":"White House","country":"USA","office":null,"role":null},"target":null,"note":"The White House says that it is open to the request and already in the process of coordinating.","citations":[{"source":"white-house-briefing-2018-09-10","quote":"which we are open to and already in the process of coordinating.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/steps/1/status","/steps/1/date","/steps/1/by","/steps/1/note"]},{"source":"white-house-coordinating-second-meeting-2018-09","quote":"The White House is coordinating a second meeting between President Trump and Kim Jong Un","locator":null,"supports":["/steps/1/status","/steps/1/by"]}]}],"follows":"singapore-2018","outcome":null,"citations":[{"source":"white-house-coordinating-second-meeting-2018-09","quote":"The White House is coordinating a second meeting between President Trump and Kim Jong Un, after the North Korean leader sent a \"very warm, very positive letter\" requesting a follow-up summit to their earlier sit-down in Singapore on June 12.","locator":null,"supports":["/title","/kind","/parties/0","/parties/1","/follows"]},{"source":"white-house-briefing-2018-09-10","quote":"another meeting with the president","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/parties/0","/follows"]}],"status":"coordinating","status_since":"2018-09-10","same_as":[],"claims":[],"note":null}');
INSERT INTO public.revisions VALUES (9, NULL, 'communication', 'kim-jong-un-letter-second-meeting', 1, 'created', '2026-11-29T21:55:05.160452Z', 'command line', NULL, '{"type":"communication","id":"kim-jong-un-letter-second-meeting","revision":1,"recorded_at":"2026-11-29T21:55:05.160452Z","self":"/v1/communications/kim-jong-un-letter-second-meeting","kind":"letter","date":"../2018-09-10","date_earliest":null,"date_latest":"2018-09-10","written":null,"written_earliest":null,"written_latest":null,"delivered":null,"delivered_earliest":null,"delivered_latest":null,"disclosed":null,"disclosed_earliest":null,"disclosed_latest":null,"standing":"confirmed","from":{"name":"Kim Jong Un","country":"PRK","office":"North Korean leader","role":null},"to":{"name":"Donald Trump","country":"USA","office":"President","role":null},"carried_by":null,"summary":"Requests another meeting with President Trump, and looks to schedule it.","tone":"very warm, very positive","described_by":{"name":"White House","country":"USA","office":null,"role":null},"quotes":[],"regarding":[{"type":"summit","id":"second-trump-kim-meeting"}],"citations":[{"source":"white-house-briefing-2018-09-10","quote":"The primary purpose of the letter was to request, and look to schedule another meeting with the president","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/kind","/date","/standing","/to","/summary","/regarding/0"]},{"source":"white-house-briefing-2018-09-10","quote":"very warm, very positive letter","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/kind","/tone","/described_by"]},{"source":"white-house-coordinating-second-meeting-2018-09","quote":"the North Korean leader sent a \"very warm, very positive letter\" requesting a follow-up summit to their earlier sit-down in Singapore on June 12.","locator":null,"supports":["/kind","/from","/tone","/regarding/0"]}],"same_as":[],"claims":[{"id":"further-evidence-of-progress","about":"progress over denuclearization","statement":"The letter is further evidence of progress between Washington and Pyongyang over denuclearization of the Korean Peninsula.","by":{"name":"Sarah Huckabee Sanders","country":"USA","office":"White House press secretary","role":null},"stance":"asserts","responds_to":null,"value":null,"basis":"stated","credibility":null,"citations":[{"source":"white-house-briefing-2018-09-10","quote":"further evidence of progress","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/claims/0/statement"]},{"source":"white-house-coordinating-second-meeting-2018-09","quote":"Sanders said, pointing to the letter as \"further evidence of progress\" between Washington and Pyongyang over denuclearization of the Korean Peninsula.","locator":null,"supports":["/claims/0/statement","/claims/0/by"]}]}],"note":"The date of the letter is not stated; it is no later than the briefing that speaks of it."}');
INSERT INTO public.revisions VALUES (10, NULL, 'communication', 'white-house-press-briefing-2018-09-10', 1, 'created', '2026-11-29T21:55:05.177410Z', 'command line', NULL, '{"type":"communication","id":"white-house-press-briefing-2018-09-10","revision":1,"recorded_at":"2026-11-29T21:55:05.177410Z","self":"/v1/communications/white-house-press-briefing-2018-09-10","kind":"press_briefing","date":"2018-09-10","date_earliest":"2018-09-10","date_latest":"2018-09-10","written":null,"written_earliest":null,"written_latest":null,"delivered":null,"delivered_earliest":null,"delivered_latest":null,"disclosed":null,"disclosed_earliest":null,"disclosed_latest":null,"standing":null,"from":{"name":"Sarah Huckabee Sanders","country":"USA","office":"White House press secretary","role":null},"to":null,"carried_by":null,"summary":"Says that Kim Jong Un''s letter asks for another meeting with the president, which the White House is open to and already coordinating, that the recent parade in North Korea was not about its nuclear arsenal, and that the letter is further evidence of progress.","tone":null,"described_by":null,"quotes":[{"text":"The primary purpose of the letter was to request, and look to schedule another meeting with the president","speaker":{"name":"Sarah Huckabee Sanders","country":"USA","office":"White House press secretary","role":null},"citations":[{"source":"white-house-briefing-2018-09-10","quote":"The primary purpose of the letter was to request, and look to schedule another meeting with the president","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/quotes/0/text"]},{"source":"white-house-coordinating-second-meeting-2018-09","quote":"said White House press secretary Sarah Huckabee Sanders during Monday''s press briefing","locator":null,"supports":["/quotes/0/speaker"]}]},{"text":"which we are open to and already in the process of coordinating.","speaker":{"name":"Sarah Huckabee Sanders","country":"USA","office":"White House press secretary","role":null},"citations":[{"source":"white-house-briefing-2018-09-10","quote":"which we are open to and already in the process of coordinating.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/quotes/1/text"]},{"source":"white-house-coordinating-second-meeting-2018-09","quote":"adding that it was a request \"which we are open to and already in the process of coordinating.\"","locator":null,"supports":["/quotes/1/speaker"]}]},{"text":"The recent parade in North Korea, for once, was not about their nuclear arsenal","speaker":{"name":"Sarah Huckabee Sanders","country":"USA","office":"White House press secretary","role":null},"citations":[{"source":"white-house-briefing-2018-09-10","quote":"The recent parade in North Korea, for once, was not about their nuclear arsenal","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/quotes/2/text"]},{"source":"white-house-coordinating-second-meeting-2018-09","quote":"\"The recent parade in North Korea, for once, was not about their nuclear arsenal,\" Sanders said","locator":null,"supports":["/quotes/2/speaker"]}]},{"text":"further evidence of progress","speaker":{"name":"Sarah Huckabee Sanders","country":"USA","office":"White House press secretary","role":null},"citations":[{"source":"white-house-briefing-2018-09-10","quote":"further evidence of progress","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/quotes/3/text"]},{"source":"white-house-coordinating-second-meeting-2018-09","quote":"Sanders said, pointing to the letter as \"further evidence of progress\" between Washington and Pyongyang over denuclearization of the Korean Peninsula.","locator":null,"supports":["/quotes/3/speaker"]}]}],"regarding":[{"type":"summit","id":"second-trump-kim-meeting"},{"type":"parade","id":"north-korea-2018-09-09"}],"citations":[{"source":"white-house-briefing-2018-09-10","quote":"The primary purpose of the letter was to request, and look to schedule another meeting with the president","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/summary","/regarding/0"]},{"source":"white-house-briefing-2018-09-10","quote":"which we are open to and already in the process of coordinating.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/summary","/regarding/0"]},{"source":"white-house-briefing-2018-09-10","quote":"The recent parade in North Korea, for once, was not about their nuclear arsenal","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/summary","/regarding/1"]},{"source":"white-house-briefing-2018-09-10","quote":"further evidence of progress","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/summary"]},{"source":"white-house-coordinating-second-meeting-2018-09","quote":"said White House press secretary Sarah Huckabee Sanders during Monday''s press briefing","locator":null,"supports":["/kind","/date","/from"]}],"same_as":[],"claims":[],"note":null}');
INSERT INTO public.revisions VALUES (11, NULL, 'parade', 'north-korea-2018-02', 1, 'created', '2026-11-29T21:55:05.192843Z', 'command line', NULL, '{"type":"parade","id":"north-korea-2018-02","revision":1,"recorded_at":"2026-11-29T21:55:05.192843Z","self":"/v1/parades/north-korea-2018-02","title":"North Korea''s parade of February 2018","date":"2018-02","date_earliest":"2018-02-01","date_latest":"2018-02-28","starts_at":null,"country":"PRK","place":null,"force":"military","occasion":null,"time_of_day":null,"broadcast":null,"leader":null,"troops":null,"appearances":[{"system":"hwasong-14","category":null,"presence":"displayed","basis":"stated","quantity":null,"first_display":null,"identification":null,"reported_as":null,"note":null,"citations":[{"source":"new-york-times-2018-09-parade","quote":"The North’s intercontinental ballistic missiles, including its Hwasong-14 and Hwasong-15, have been a main feature of its recent military parades, including one in February","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/appearances/0/system","/appearances/0/presence","/appearances/0/basis"]}]},{"system":"hwasong-15","category":null,"presence":"displayed","basis":"stated","quantity":null,"first_display":null,"identification":null,"reported_as":null,"note":null,"citations":[{"source":"new-york-times-2018-09-parade","quote":"The North’s intercontinental ballistic missiles, including its Hwasong-14 and Hwasong-15, have been a main feature of its recent military parades, including one in February","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/appearances/1/system","/appearances/1/presence","/appearances/1/basis"]}]}],"attendees":[],"citations":[{"source":"new-york-times-2018-09-parade","quote":"have been a main feature of its recent military parades, including one in February","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/title","/date","/country","/force"]}],"same_as":[],"claims":[],"note":null}');
INSERT INTO public.revisions VALUES (12, NULL, 'parade', 'north-korea-2018-09-09', 1, 'created', '2026-11-29T21:55:05.203101Z', 'command line', NULL, '{"type":"parade","id":"north-korea-2018-09-09","revision":1,"recorded_at":"2026-11-29T21:55:05.203101Z","self":"/v1/parades/north-korea-2018-09-09","title":"North Korea''s parade for the 70th anniversary of its founding","date":"2018-09-09","date_earliest":"2018-09-09","date_latest":"2018-09-09","starts_at":null,"country":"PRK","place":{"name":null,"country":"PRK","latitude":null,"longitude":null,"precision":null},"force":"military","occasion":{"name":"Anniversary of North Korea''s founding","anniversary_years":70},"time_of_day":null,"broadcast":null,"leader":null,"troops":null,"appearances":[{"system":null,"category":"icbm","presence":"absent","basis":"stated","quantity":null,"first_display":null,"identification":null,"reported_as":"long-range ballistic missiles","note":null,"citations":[{"source":"white-house-coordinating-second-meeting-2018-09","quote":"a massive military parade - which conspicuously did not include long-range ballistic missiles.","locator":null,"supports":["/appearances/0/category","/appearances/0/presence","/appearances/0/basis","/appearances/0/reported_as"]},{"source":"new-york-times-2018-09-parade","quote":"Their absence in Sunday’s parade is an encouraging signal for Washington, which has been urging the North’s leader, Kim Jong-un, to ease tensions and focus on diplomacy aimed at ending his country’s nuclear weapons program.","locator":"quoted in white-house-coordinating-second-meeting-2018-09, of the North''s intercontinental ballistic missiles","supports":["/appearances/0/category","/appearances/0/presence","/appearances/0/basis"]}]},{"system":"hwasong-14","category":null,"presence":"absent","basis":"stated","quantity":null,"first_display":null,"identification":null,"reported_as":null,"note":null,"citations":[{"source":"new-york-times-2018-09-parade","quote":"The North’s intercontinental ballistic missiles, including its Hwasong-14 and Hwasong-15","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/appearances/1/system"]},{"source":"new-york-times-2018-09-parade","quote":"Their absence in Sunday’s parade is an encouraging signal for Washington","locator":"quoted in white-house-coordinating-second-meeting-2018-09, in the sentence after","supports":["/appearances/1/presence","/appearances/1/basis"]}]},{"system":"hwasong-15","category":null,"presence":"absent","basis":"stated","quantity":null,"first_display":null,"identification":null,"reported_as":null,"note":null,"citations":[{"source":"new-york-times-2018-09-parade","quote":"The North’s intercontinental ballistic missiles, including its Hwasong-14 and Hwasong-15","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/appearances/2/system"]},{"source":"new-york-times-2018-09-parade","quote":"Their absence in Sunday’s parade is an encouraging signal for Washington","locator":"quoted in white-house-coordinating-second-meeting-2018-09, in the sentence after","supports":["/appearances/2/presence","/appearances/2/basis"]}]}],"attendees":[],"citations":[{"source":"white-house-coordinating-second-meeting-2018-09","quote":"On Sunday, North Korea celebrated the 70th anniversary of its founding with a massive military parade - which conspicuously did not include long-range ballistic missiles.","locator":null,"supports":["/title","/date","/country","/force","/occasion"]},{"source":"white-house-briefing-2018-09-10","quote":"The recent parade in North Korea, for once, was not about their nuclear arsenal","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/place"]},{"source":"new-york-times-2018-09-parade","quote":"Their absence in Sunday’s parade is an encouraging signal for Washington","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/date"]}],"same_as":[],"claims":[{"id":"not-about-nuclear-arsenal","about":"nuclear arsenal","statement":"The parade, for once, was not about North Korea''s nuclear arsenal.","by":{"name":"Sarah Huckabee Sanders","country":"USA","office":"White House press secretary","role":null},"stance":"asserts","responds_to":null,"value":null,"basis":"stated","credibility":null,"citations":[{"source":"white-house-briefing-2018-09-10","quote":"The recent parade in North Korea, for once, was not about their nuclear arsenal","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/claims/0/statement"]},{"source":"white-house-coordinating-second-meeting-2018-09","quote":"\"The recent parade in North Korea, for once, was not about their nuclear arsenal,\" Sanders said","locator":null,"supports":["/claims/0/by"]}]},{"id":"encouraging-signal","about":"/appearances","statement":"The absence of the intercontinental ballistic missiles is an encouraging signal for Washington, which has been urging Kim Jong Un to ease tensions and focus on diplomacy aimed at ending his country''s nuclear weapons program.","by":{"name":"New York Times","country":null,"office":null,"role":null},"stance":"asserts","responds_to":null,"value":null,"basis":"stated","credibility":null,"citations":[{"source":"new-york-times-2018-09-parade","quote":"Their absence in Sunday’s parade is an encouraging signal for Washington, which has been urging the North’s leader, Kim Jong-un, to ease tensions and focus on diplomacy aimed at ending his country’s nuclear weapons program.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/claims/1/statement"]}]}],"note":null}');
INSERT INTO public.revisions VALUES (14, NULL, 'observation', 'sohae-2018-07-20-to-22', 1, 'created', '2026-11-29T21:55:05.227258Z', 'command line', NULL, '{"type":"observation","id":"sohae-2018-07-20-to-22","revision":1,"recorded_at":"2026-11-29T21:55:05.227258Z","self":"/v1/observations/sohae-2018-07-20-to-22","facility":"sohae","date":"2018-07-20/2018-07-22","date_earliest":"2018-07-20","date_latest":"2018-07-22","method":"satellite_imagery","imagery":[],"findings":[{"component":"engine-test-stand","aspect":"integrity","state":"partially_dismantled","extent":null,"description":"Dismantling has begun.","credibility":null,"alternatives":[],"reversible":null}],"activity":[],"related":[],"regarding":[],"citations":[{"source":"38-north-2018-07-sohae","quote":"new commercial satellite imagery of the Sohae Satellite Launching Station (North Korea’s main satellite launch facility since 2012) indicates that the North has begun dismantling key facilities. Most notably, these include the rail-mounted processing building—where space launch vehicles are assembled before moving them to the launch pad—and the nearby rocket engine test stand used to develop liquid-fuel engines for ballistic missiles and space launch vehicles.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/facility","/method","/findings/0"]},{"source":"white-house-coordinating-second-meeting-2018-09","quote":"Photos taken between July 20 and July 22 reveal the deconstruction, including the facility''s rail-mounted transfer structure and other features.","locator":null,"supports":["/date"]}],"same_as":[],"claims":[],"note":"Commercial satellite imagery; neither its provider nor its sensor is stated."}');
INSERT INTO public.revisions VALUES (16, NULL, 'observation', 'sohae-2018-07-22', 1, 'created', '2026-11-29T21:55:05.242134Z', 'command line', NULL, '{"type":"observation","id":"sohae-2018-07-22","revision":1,"recorded_at":"2026-11-29T21:55:05.242134Z","self":"/v1/observations/sohae-2018-07-22","facility":"sohae","date":"2018-07-22","date_earliest":"2018-07-22","date_latest":"2018-07-22","method":"satellite_imagery","imagery":[{"provider":null,"sensor":null,"acquired":"2018-07-22","acquired_earliest":"2018-07-22","acquired_latest":"2018-07-22","resolution_m":null}],"findings":[{"component":"rail-mounted-structure","aspect":"integrity","state":"partially_dismantled","extent":null,"description":"Considerable progress has been made in dismantling it. One corner has been completely dismantled, and the parts can be seen lying on the ground.","credibility":null,"alternatives":[],"reversible":null},{"component":"fuel-oxidizer-bunkers","aspect":"integrity","state":"intact","extent":null,"description":"Untouched.","credibility":null,"alternatives":[],"reversible":null},{"component":"main-processing-building","aspect":"integrity","state":"intact","extent":null,"description":"Untouched.","credibility":null,"alternatives":[],"reversible":null},{"component":"gantry-tower","aspect":"integrity","state":"intact","extent":null,"description":"Untouched.","credibility":null,"alternatives":[],"reversible":null}],"activity":[{"kind":"crane","component":null,"level":null,"count":null,"note":"The crane is still present."},{"kind":"vehicles","component":null,"level":null,"count":null,"note":"The vehicles are still present."}],"related":[],"regarding":[],"citations":[{"source":"38-north-2018-07-sohae","quote":"An image from two days later shows the continued presence of the crane and vehicles.","locator":"quoted in white-house-coordinating-second-meeting-2018-09, after the image from July 20","supports":["/date","/method","/imagery/0/acquired","/activity/0","/activity/1"]},{"source":"38-north-2018-07-sohae","quote":"Considerable progress has been made in dismantling the rail-mounted processing/transfer structure. One corner has been completely dismantled and the parts can be seen lying on the ground.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/facility","/findings/0"]},{"source":"38-north-2018-07-sohae","quote":"In both images the two fuel/oxidizer bunkers, main processing building and gantry tower remain untouched.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/findings/1","/findings/2","/findings/3"]}],"same_as":[],"claims":[],"note":"Commercial satellite imagery; neither its provider nor its sensor is stated."}');
INSERT INTO public.revisions VALUES (8, 17, 'summit', 'singapore-2018', 1, 'created', '2026-11-29T21:55:05.159527Z', 'command line', NULL, '{"type":"summit","id":"singapore-2018","revision":1,"recorded_at":"2026-11-29T21:55:05.159527Z","self":"/v1/summits/singapore-2018","title":"Singapore meeting of Donald Trump and Kim Jong Un","kind":"summit","parties":[{"name":"Donald Trump","country":"USA","office":"President","role":null},{"name":"Kim Jong Un","country":"PRK","office":"North Korean leader","role":null}],"place":{"name":"Singapore","country":"SGP","latitude":null,"longitude":null,"precision":null},"date":"2018-06-12","date_earliest":"2018-06-12","date_latest":"2018-06-12","steps":[{"status":"held","date":"2018-06-12","date_earliest":"2018-06-12","date_latest":"2018-06-12","by":null,"target":null,"note":null,"citations":[{"source":"white-house-coordinating-second-meeting-2018-09","quote":"their earlier sit-down in Singapore on June 12.","locator":null,"supports":["/steps/0/status","/steps/0/date"]},{"source":"white-house-briefing-2018-09-10","quote":"another meeting with the president","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/steps/0/status"]}]}],"follows":null,"outcome":null,"citations":[{"source":"white-house-coordinating-second-meeting-2018-09","quote":"The White House is coordinating a second meeting between President Trump and Kim Jong Un, after the North Korean leader sent a \"very warm, very positive letter\" requesting a follow-up summit to their earlier sit-down in Singapore on June 12.","locator":null,"supports":["/title","/kind","/parties/0","/parties/1","/place","/date"]},{"source":"white-house-briefing-2018-09-10","quote":"another meeting with the president","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/parties/0"]}],"status":"held","status_since":"2018-06-12","same_as":[],"claims":[],"note":null}');
INSERT INTO public.revisions VALUES (13, 21, 'facility', 'sohae', 1, 'created', '2026-11-29T21:55:05.214762Z', 'command line', NULL, '{"type":"facility","id":"sohae","revision":1,"recorded_at":"2026-11-29T21:55:05.214762Z","self":"/v1/facilities/sohae","name":"Sohae Satellite Launching Station","aliases":[],"kind":"satellite_launch_site","country":"PRK","place":{"name":"Sohae Satellite Launching Station","country":"PRK","latitude":null,"longitude":null,"precision":null},"other_locations":[],"declared":null,"components":[{"id":"rail-mounted-structure","name":"Rail-mounted processing/transfer structure","kind":null,"part_of":null,"aliases":[{"name":"rail-mounted processing building","language":"en"},{"name":"rail-mounted transfer structure","language":"en"}],"latitude":null,"longitude":null,"first_identified":null,"first_identified_earliest":null,"first_identified_latest":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the rail-mounted processing/transfer structure has been moved to the middle of the pad","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/0/name"]},{"source":"38-north-2018-07-sohae","quote":"the rail-mounted processing building—where space launch vehicles are assembled before moving them to the launch pad","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/0/aliases/0/name"]},{"source":"white-house-coordinating-second-meeting-2018-09","quote":"the facility''s rail-mounted transfer structure and other features.","locator":null,"supports":["/components/0/aliases/1/name"]}]},{"id":"engine-test-stand","name":"Rocket engine test stand","kind":null,"part_of":null,"aliases":[],"latitude":null,"longitude":null,"first_identified":null,"first_identified_earliest":null,"first_identified_latest":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the nearby rocket engine test stand used to develop liquid-fuel engines for ballistic missiles and space launch vehicles.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/1/name"]}]},{"id":"fuel-oxidizer-bunkers","name":"Two fuel/oxidizer bunkers","kind":null,"part_of":null,"aliases":[],"latitude":null,"longitude":null,"first_identified":null,"first_identified_earliest":null,"first_identified_latest":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the two fuel/oxidizer bunkers, main processing building and gantry tower","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/2/name"]}]},{"id":"main-processing-building","name":"Main processing building","kind":null,"part_of":null,"aliases":[],"latitude":null,"longitude":null,"first_identified":null,"first_identified_earliest":null,"first_identified_latest":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the two fuel/oxidizer bunkers, main processing building and gantry tower","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/3/name"]}]},{"id":"gantry-tower","name":"Gantry tower","kind":null,"part_of":null,"aliases":[],"latitude":null,"longitude":null,"first_identified":null,"first_identified_earliest":null,"first_identified_latest":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the two fuel/oxidizer bunkers, main processing building and gantry tower","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/4/name"]}]},{"id":"rail-transfer-point","name":"Underground rail transfer point","kind":null,"part_of":null,"aliases":[],"latitude":null,"longitude":null,"first_identified":null,"first_identified_earliest":null,"first_identified_latest":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"exposing the underground rail transfer point","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/5/name"]}]},{"id":"launch-pad","name":"Launch pad","kind":null,"part_of":null,"aliases":[],"latitude":null,"longitude":null,"first_identified":null,"first_identified_earliest":null,"first_identified_latest":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"Commercial satellite imagery of the launch pad from July 20","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/6/name"]}]}],"related":[],"citations":[{"source":"38-north-2018-07-sohae","quote":"new commercial satellite imagery of the Sohae Satellite Launching Station (North Korea’s main satellite launch facility since 2012) indicates that the North has begun dismantling key facilities.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/name","/kind","/country","/place"]}],"same_as":[],"claims":[{"id":"main-launch-facility-since-2012","about":"/kind","statement":"The station has been North Korea''s main satellite launch facility since 2012.","by":{"name":"38 North","country":null,"office":null,"role":null},"stance":"asserts","responds_to":null,"value":"2012/..","basis":"stated","credibility":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the Sohae Satellite Launching Station (North Korea’s main satellite launch facility since 2012)","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/claims/0/statement","/claims/0/value"]}]},{"id":"vehicles-assembled-in-rail-mounted-structure","about":"/components/0","statement":"Space launch vehicles are assembled in the rail-mounted processing building before they are moved to the launch pad.","by":{"name":"38 North","country":null,"office":null,"role":null},"stance":"asserts","responds_to":null,"value":null,"basis":"stated","credibility":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the rail-mounted processing building—where space launch vehicles are assembled before moving them to the launch pad","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/claims/1/statement"]}]},{"id":"test-stand-develops-liquid-fuel-engines","about":"/components/1","statement":"The rocket engine test stand is used to develop liquid-fuel engines for ballistic missiles and space launch vehicles.","by":{"name":"38 North","country":null,"office":null,"role":null},"stance":"asserts","responds_to":null,"value":null,"basis":"stated","credibility":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the nearby rocket engine test stand used to develop liquid-fuel engines for ballistic missiles and space launch vehicles.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/claims/2/statement"]}]},{"id":"progressive-dismantling","about":"dismantling","statement":"Satellite imagery from the last several months, analyzed by 38 North, has revealed progressive dismantling of key facilities related to North Korea''s nuclear program.","by":{"name":"Unnamed author of the article","country":null,"office":null,"role":null},"stance":"asserts","responds_to":null,"value":null,"basis":"stated","credibility":null,"citations":[{"source":"white-house-coordinating-second-meeting-2018-09","quote":"satellite imagery from the last several months analyzed by 38 North has revealed progressive dismantling of key facilities related to their nuclear program.","locator":null,"supports":["/claims/3/statement"]},{"source":"38-north-2018-07-sohae","quote":"the North has begun dismantling key facilities.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/claims/3/statement"]}]},{"id":"substantial-role-in-icbm-program","about":"ICBM program","statement":"The rail-mounted structure and the rocket engine test stand are believed to have played a substantial role in North Korea''s intercontinental ballistic missile program.","by":{"name":"Unnamed author of the article","country":null,"office":null,"role":null},"stance":"asserts","responds_to":null,"value":null,"basis":"stated","credibility":null,"citations":[{"source":"white-house-coordinating-second-meeting-2018-09","quote":"These facilities are believed to have played a substantial role in North Korea''s intercontinental ballistic missile (ICBM) program.","locator":null,"supports":["/claims/4/statement"]}]}],"note":null}');
INSERT INTO public.revisions VALUES (17, NULL, 'summit', 'singapore-2018', 2, 'updated', '2026-11-29T21:55:05.311379Z', 'desk', 'Corrected', '{"type":"summit","id":"singapore-2018","revision":2,"recorded_at":"2026-11-29T21:55:05.311379Z","self":"/v1/summits/singapore-2018","title":"Singapore meeting of Donald Trump and Kim Jong Un","kind":"summit","parties":[{"name":"Donald Trump","country":"USA","office":"President","role":null},{"name":"Kim Jong Un","country":"PRK","office":"North Korean leader","role":null}],"place":{"name":"Singapore","country":"SGP","latitude":null,"longitude":null,"precision":null},"date":"2018-06-12","date_earliest":"2018-06-12","date_latest":"2018-06-12","steps":[{"status":"held","date":"2018-06-12","date_earliest":"2018-06-12","date_latest":"2018-06-12","by":null,"target":null,"note":null,"citations":[{"source":"white-house-coordinating-second-meeting-2018-09","quote":"their earlier sit-down in Singapore on June 12.","locator":null,"supports":["/steps/0/status","/steps/0/date"]},{"source":"white-house-briefing-2018-09-10","quote":"another meeting with the president","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/steps/0/status"]}]}],"follows":null,"outcome":null,"citations":[{"source":"white-house-coordinating-second-meeting-2018-09","quote":"The White House is coordinating a second meeting between President Trump and Kim Jong Un, after the North Korean leader sent a \"very warm, very positive letter\" requesting a follow-up summit to their earlier sit-down in Singapore on June 12.","locator":null,"supports":["/title","/kind","/parties/0","/parties/1","/place","/date"]},{"source":"white-house-briefing-2018-09-10","quote":"another meeting with the president","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/parties/0"]}],"status":"held","status_since":"2018-06-12","same_as":[],"claims":[],"note":"Reviewed."}');
INSERT INTO public.revisions VALUES (18, 19, 'source', '38-north-2018-07-sohae', 2, 'updated', '2026-11-29T21:55:05.351371Z', 'desk', 'Corrected', '{"type":"source","id":"38-north-2018-07-sohae","revision":2,"recorded_at":"2026-11-29T21:55:05.351371Z","self":"/v1/sources/38-north-2018-07-sohae","publisher":"38 North","title":"38 North analysis of satellite imagery of the Sohae Satellite Launching Station, 20 and 22 July 2018","url":null,"authors":[],"published":"2019-03-05","published_earliest":"2019-03-05","published_latest":"2019-03-05","date_note":"The date of publication is not stated. It is no earlier than the later of the two images and no later than the article which quotes the analysis.","kind":"imagery_analysis","language":null,"retrieved_on":null,"retrieved_on_earliest":null,"retrieved_on_latest":null,"archived_url":null,"reliability":null,"republishes":null,"corrected":null,"corrected_earliest":null,"corrected_latest":null,"correction":null,"same_as":[],"claims":[],"note":"Known through white-house-coordinating-second-meeting-2018-09, which quotes it twice and names neither title nor address; the title describes it."}');
INSERT INTO public.revisions VALUES (19, NULL, 'source', '38-north-2018-07-sohae', 3, 'updated', '2026-11-29T21:55:05.377053Z', 'desk', 'Corrected', '{"type":"source","id":"38-north-2018-07-sohae","revision":3,"recorded_at":"2026-11-29T21:55:05.377053Z","self":"/v1/sources/38-north-2018-07-sohae","publisher":"38 North","title":"38 North analysis of satellite imagery of the Sohae Satellite Launching Station, 20 and 22 July 2018","url":null,"authors":[],"published":"2019-03-06","published_earliest":"2019-03-06","published_latest":"2019-03-06","date_note":"The date of publication is not stated. It is no earlier than the later of the two images and no later than the article which quotes the analysis.","kind":"imagery_analysis","language":null,"retrieved_on":null,"retrieved_on_earliest":null,"retrieved_on_latest":null,"archived_url":null,"reliability":null,"republishes":null,"corrected":null,"corrected_earliest":null,"corrected_latest":null,"correction":null,"same_as":[],"claims":[],"note":"Known through white-house-coordinating-second-meeting-2018-09, which quotes it twice and names neither title nor address; the title describes it."}');
INSERT INTO public.revisions VALUES (15, 20, 'observation', 'sohae-2018-07-20', 1, 'created', '2026-11-29T21:55:05.236420Z', 'command line', NULL, '{"type":"observation","id":"sohae-2018-07-20","revision":1,"recorded_at":"2026-11-29T21:55:05.236420Z","self":"/v1/observations/sohae-2018-07-20","facility":"sohae","date":"2018-07-20","date_earliest":"2018-07-20","date_latest":"2018-07-20","method":"satellite_imagery","imagery":[{"provider":null,"sensor":null,"acquired":"2018-07-20","acquired_earliest":"2018-07-20","acquired_latest":"2018-07-20","resolution_m":null}],"findings":[{"component":"rail-mounted-structure","aspect":"position","state":"relocated","extent":null,"description":"Moved to the middle of the pad, exposing the underground rail transfer point; one of the few times it has been seen in this location.","credibility":null,"alternatives":[],"reversible":null},{"component":"rail-mounted-structure","aspect":"integrity","state":"partially_dismantled","extent":null,"description":"The roof and supporting structure have been partially removed.","credibility":null,"alternatives":[],"reversible":null},{"component":"fuel-oxidizer-bunkers","aspect":"integrity","state":"intact","extent":null,"description":"Untouched.","credibility":null,"alternatives":[],"reversible":null},{"component":"main-processing-building","aspect":"integrity","state":"intact","extent":null,"description":"Untouched.","credibility":null,"alternatives":[],"reversible":null},{"component":"gantry-tower","aspect":"integrity","state":"intact","extent":null,"description":"Untouched.","credibility":null,"alternatives":[],"reversible":null}],"activity":[{"kind":"vehicles","component":null,"level":null,"count":null,"note":"Numerous vehicles are present."},{"kind":"crane","component":null,"level":null,"count":null,"note":"A large construction crane is present."}],"related":[],"regarding":[],"citations":[{"source":"38-north-2018-07-sohae","quote":"Commercial satellite imagery of the launch pad from July 20 shows that the rail-mounted processing/transfer structure has been moved to the middle of the pad, exposing the underground rail transfer point—one of the few times it has been seen in this location.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/facility","/date","/method","/imagery/0/acquired","/findings/0"]},{"source":"38-north-2018-07-sohae","quote":"The roof and supporting structure have been partially removed and numerous vehicles are present—including a large construction crane.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/findings/1","/activity/0","/activity/1"]},{"source":"38-north-2018-07-sohae","quote":"In both images the two fuel/oxidizer bunkers, main processing building and gantry tower remain untouched.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/findings/2","/findings/3","/findings/4"]}],"same_as":[],"claims":[],"note":"Commercial satellite imagery; neither its provider nor its sensor is stated."}');
INSERT INTO public.revisions VALUES (20, NULL, 'observation', 'sohae-2018-07-20', 2, 'updated', '2026-11-29T21:55:05.400227Z', 'desk', 'Corrected', '{"type":"observation","id":"sohae-2018-07-20","revision":2,"recorded_at":"2026-11-29T21:55:05.400227Z","self":"/v1/observations/sohae-2018-07-20","facility":"sohae","date":"2018-07-20","date_earliest":"2018-07-20","date_latest":"2018-07-20","method":"satellite_imagery","imagery":[{"provider":null,"sensor":null,"acquired":"2018-07-20","acquired_earliest":"2018-07-20","acquired_latest":"2018-07-20","resolution_m":null}],"findings":[{"component":"rail-mounted-structure","aspect":"position","state":"relocated","extent":null,"description":"Moved to the middle of the pad, exposing the underground rail transfer point; one of the few times it has been seen in this location.","credibility":null,"alternatives":[],"reversible":null},{"component":"rail-mounted-structure","aspect":"integrity","state":"partially_dismantled","extent":null,"description":"The roof and supporting structure have been partially removed.","credibility":null,"alternatives":[],"reversible":null},{"component":"fuel-oxidizer-bunkers","aspect":"integrity","state":"intact","extent":null,"description":"Untouched.","credibility":null,"alternatives":[],"reversible":null},{"component":"main-processing-building","aspect":"integrity","state":"intact","extent":null,"description":"Untouched.","credibility":null,"alternatives":[],"reversible":null},{"component":"gantry-tower","aspect":"integrity","state":"intact","extent":null,"description":"Untouched.","credibility":null,"alternatives":[],"reversible":null}],"activity":[{"kind":"vehicles","component":null,"level":null,"count":null,"note":"Numerous vehicles are present."},{"kind":"crane","component":null,"level":null,"count":null,"note":"A large construction crane is present."}],"related":[],"regarding":[],"citations":[{"source":"38-north-2018-07-sohae","quote":"Commercial satellite imagery of the launch pad from July 20 shows that the rail-mounted processing/transfer structure has been moved to the middle of the pad, exposing the underground rail transfer point—one of the few times it has been seen in this location.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/facility","/date","/method","/imagery/0/acquired","/findings/0"]},{"source":"38-north-2018-07-sohae","quote":"The roof and supporting structure have been partially removed and numerous vehicles are present—including a large construction crane.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/findings/1","/activity/0","/activity/1"]},{"source":"38-north-2018-07-sohae","quote":"In both images the two fuel/oxidizer bunkers, main processing building and gantry tower remain untouched.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/findings/2","/findings/3","/findings/4"]}],"same_as":[],"claims":[],"note":"Read again."}');
INSERT INTO public.revisions VALUES (21, NULL, 'facility', 'sohae', 2, 'updated', '2026-11-29T21:55:05.448270Z', 'desk', 'Corrected', '{"type":"facility","id":"sohae","revision":2,"recorded_at":"2026-11-29T21:55:05.448270Z","self":"/v1/facilities/sohae","name":"Sohae Satellite Launching Station","aliases":[],"kind":"satellite_launch_site","country":"PRK","place":{"name":"Sohae Satellite Launching Station","country":"PRK","latitude":null,"longitude":null,"precision":null},"other_locations":[],"declared":null,"components":[{"id":"rail-mounted-structure","name":"Rail-mounted processing/transfer structure","kind":null,"part_of":null,"aliases":[{"name":"rail-mounted processing building","language":"en"},{"name":"rail-mounted transfer structure","language":"en"}],"latitude":null,"longitude":null,"first_identified":null,"first_identified_earliest":null,"first_identified_latest":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the rail-mounted processing/transfer structure has been moved to the middle of the pad","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/0/name"]},{"source":"38-north-2018-07-sohae","quote":"the rail-mounted processing building—where space launch vehicles are assembled before moving them to the launch pad","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/0/aliases/0/name"]},{"source":"white-house-coordinating-second-meeting-2018-09","quote":"the facility''s rail-mounted transfer structure and other features.","locator":null,"supports":["/components/0/aliases/1/name"]}]},{"id":"engine-test-stand","name":"Rocket engine test stand","kind":null,"part_of":null,"aliases":[],"latitude":null,"longitude":null,"first_identified":null,"first_identified_earliest":null,"first_identified_latest":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the nearby rocket engine test stand used to develop liquid-fuel engines for ballistic missiles and space launch vehicles.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/1/name"]}]},{"id":"fuel-oxidizer-bunkers","name":"Two fuel/oxidizer bunkers","kind":null,"part_of":null,"aliases":[],"latitude":null,"longitude":null,"first_identified":null,"first_identified_earliest":null,"first_identified_latest":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the two fuel/oxidizer bunkers, main processing building and gantry tower","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/2/name"]}]},{"id":"main-processing-building","name":"Main processing building","kind":null,"part_of":null,"aliases":[],"latitude":null,"longitude":null,"first_identified":null,"first_identified_earliest":null,"first_identified_latest":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the two fuel/oxidizer bunkers, main processing building and gantry tower","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/3/name"]}]},{"id":"gantry-tower","name":"Gantry tower","kind":null,"part_of":null,"aliases":[],"latitude":null,"longitude":null,"first_identified":null,"first_identified_earliest":null,"first_identified_latest":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the two fuel/oxidizer bunkers, main processing building and gantry tower","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/4/name"]}]},{"id":"rail-transfer-point","name":"Underground rail transfer point","kind":null,"part_of":null,"aliases":[],"latitude":null,"longitude":null,"first_identified":null,"first_identified_earliest":null,"first_identified_latest":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"exposing the underground rail transfer point","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/5/name"]}]},{"id":"launch-pad","name":"Launch pad","kind":null,"part_of":null,"aliases":[],"latitude":null,"longitude":null,"first_identified":null,"first_identified_earliest":null,"first_identified_latest":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"Commercial satellite imagery of the launch pad from July 20","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/components/6/name"]}]}],"related":[],"citations":[{"source":"38-north-2018-07-sohae","quote":"new commercial satellite imagery of the Sohae Satellite Launching Station (North Korea’s main satellite launch facility since 2012) indicates that the North has begun dismantling key facilities.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/name","/kind","/country","/place"]}],"same_as":[],"claims":[{"id":"main-launch-facility-since-2012","about":"/kind","statement":"The station has been North Korea''s main satellite launch facility since 2012.","by":{"name":"38 North","country":null,"office":null,"role":null},"stance":"asserts","responds_to":null,"value":"2012/..","basis":"stated","credibility":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the Sohae Satellite Launching Station (North Korea’s main satellite launch facility since 2012)","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/claims/0/statement","/claims/0/value"]}]},{"id":"vehicles-assembled-in-rail-mounted-structure","about":"/components/0","statement":"Space launch vehicles are assembled in the rail-mounted processing building before they are moved to the launch pad.","by":{"name":"38 North","country":null,"office":null,"role":null},"stance":"asserts","responds_to":null,"value":null,"basis":"stated","credibility":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the rail-mounted processing building—where space launch vehicles are assembled before moving them to the launch pad","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/claims/1/statement"]}]},{"id":"test-stand-develops-liquid-fuel-engines","about":"/components/1","statement":"The rocket engine test stand is used to develop liquid-fuel engines for ballistic missiles and space launch vehicles.","by":{"name":"38 North","country":null,"office":null,"role":null},"stance":"asserts","responds_to":null,"value":null,"basis":"stated","credibility":null,"citations":[{"source":"38-north-2018-07-sohae","quote":"the nearby rocket engine test stand used to develop liquid-fuel engines for ballistic missiles and space launch vehicles.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/claims/2/statement"]}]},{"id":"progressive-dismantling","about":"dismantling","statement":"Satellite imagery from the last several months, analyzed by 38 North, has revealed progressive dismantling of key facilities related to North Korea''s nuclear program.","by":{"name":"Unnamed author of the article","country":null,"office":null,"role":null},"stance":"asserts","responds_to":null,"value":null,"basis":"stated","credibility":null,"citations":[{"source":"white-house-coordinating-second-meeting-2018-09","quote":"satellite imagery from the last several months analyzed by 38 North has revealed progressive dismantling of key facilities related to their nuclear program.","locator":null,"supports":["/claims/3/statement"]},{"source":"38-north-2018-07-sohae","quote":"the North has begun dismantling key facilities.","locator":"quoted in white-house-coordinating-second-meeting-2018-09","supports":["/claims/3/statement"]}]},{"id":"substantial-role-in-icbm-program","about":"ICBM program","statement":"The rail-mounted structure and the rocket engine test stand are believed to have played a substantial role in North Korea''s intercontinental ballistic missile program.","by":{"name":"Unnamed author of the article","country":null,"office":null,"role":null},"stance":"asserts","responds_to":null,"value":null,"basis":"stated","credibility":null,"citations":[{"source":"white-house-coordinating-second-meeting-2018-09","quote":"These facilities are believed to have played a substantial role in North Korea''s intercontinental ballistic missile (ICBM) program.","locator":null,"supports":["/claims/4/statement"]}]}],"note":"Also called otherwise."}');
INSERT INTO public.revisions VALUES (22, 23, 'system', 'entered-twice', 1, 'created', '2026-11-29T21:55:05.485063Z', 'desk', NULL, '{"type":"system","id":"entered-twice","revision":1,"recorded_at":"2026-11-29T21:55:05.485063Z","self":"/v1/systems/entered-twice","name":"Entered twice","aliases":[],"category":"other","country":"PRK","range_km":null,"citations":[{"source":"38-north-2018-07-sohae","quote":null,"locator":null,"supports":[]}],"same_as":[],"claims":[],"note":null}');
INSERT INTO public.revisions VALUES (23, NULL, 'system', 'entered-twice', 2, 'deleted', '2026-11-29T21:55:05.502555Z', 'desk', 'Entered twice', NULL);
INSERT INTO public.revisions VALUES (26, NULL, 'system', 'brought-back', 3, 'created', '2026-11-29T21:55:05.542008Z', 'desk', NULL, '{"type":"system","id":"brought-back","revision":3,"recorded_at":"2026-11-29T21:55:05.542008Z","self":"/v1/systems/brought-back","name":"Brought back","aliases":[],"category":"sam","country":"PRK","range_km":null,"citations":[{"source":"38-north-2018-07-sohae","quote":null,"locator":null,"supports":[]}],"same_as":[],"claims":[],"note":null}');


--
-- Data for Name: service_secrets; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.service_secrets VALUES ('cursor', '919bff55a9880ca368377b41f6141118415290daa95b0d5c52d4bdfa0b1bbaf9');


--
-- Data for Name: terms; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.terms VALUES ('communication', '', '', '2018-09-10', 'kim-jong-un-letter-second-meeting', 9, NULL);
INSERT INTO public.terms VALUES ('communication', '', '', '2018-09-10', 'white-house-press-briefing-2018-09-10', 10, NULL);
INSERT INTO public.terms VALUES ('communication', 'from_country', 'PRK', '2018-09-10', 'kim-jong-un-letter-second-meeting', 9, NULL);
INSERT INTO public.terms VALUES ('communication', 'from_country', 'USA', '2018-09-10', 'white-house-press-briefing-2018-09-10', 10, NULL);
INSERT INTO public.terms VALUES ('communication', 'kind', 'letter', '2018-09-10', 'kim-jong-un-letter-second-meeting', 9, NULL);
INSERT INTO public.terms VALUES ('communication', 'kind', 'press_briefing', '2018-09-10', 'white-house-press-briefing-2018-09-10', 10, NULL);
INSERT INTO public.terms VALUES ('communication', 'regarding', 'parades/north-korea-2018-09-09', '2018-09-10', 'white-house-press-briefing-2018-09-10', 10, NULL);
INSERT INTO public.terms VALUES ('communication', 'regarding', 'summits/second-trump-kim-meeting', '2018-09-10', 'kim-jong-un-letter-second-meeting', 9, NULL);
INSERT INTO public.terms VALUES ('communication', 'regarding', 'summits/second-trump-kim-meeting', '2018-09-10', 'white-house-press-briefing-2018-09-10', 10, NULL);
INSERT INTO public.terms VALUES ('communication', 'sort_key', '20', '2018-09-10', 'kim-jong-un-letter-second-meeting', 9, NULL);
INSERT INTO public.terms VALUES ('communication', 'sort_key', '20', '2018-09-10', 'white-house-press-briefing-2018-09-10', 10, NULL);
INSERT INTO public.terms VALUES ('communication', 'sort_key', '2018', '2018-09-10', 'kim-jong-un-letter-second-meeting', 9, NULL);
INSERT INTO public.terms VALUES ('communication', 'sort_key', '2018', '2018-09-10', 'white-house-press-briefing-2018-09-10', 10, NULL);
INSERT INTO public.terms VALUES ('communication', 'sort_key', '2018-09', '2018-09-10', 'kim-jong-un-letter-second-meeting', 9, NULL);
INSERT INTO public.terms VALUES ('communication', 'sort_key', '2018-09', '2018-09-10', 'white-house-press-briefing-2018-09-10', 10, NULL);
INSERT INTO public.terms VALUES ('communication', 'sort_key', '2018-09-10', '2018-09-10', 'kim-jong-un-letter-second-meeting', 9, NULL);
INSERT INTO public.terms VALUES ('communication', 'sort_key', '2018-09-10', '2018-09-10', 'white-house-press-briefing-2018-09-10', 10, NULL);
INSERT INTO public.terms VALUES ('communication', 'source', 'white-house-briefing-2018-09-10', '2018-09-10', 'kim-jong-un-letter-second-meeting', 9, NULL);
INSERT INTO public.terms VALUES ('communication', 'source', 'white-house-briefing-2018-09-10', '2018-09-10', 'white-house-press-briefing-2018-09-10', 10, NULL);
INSERT INTO public.terms VALUES ('communication', 'source', 'white-house-coordinating-second-meeting-2018-09', '2018-09-10', 'kim-jong-un-letter-second-meeting', 9, NULL);
INSERT INTO public.terms VALUES ('communication', 'source', 'white-house-coordinating-second-meeting-2018-09', '2018-09-10', 'white-house-press-briefing-2018-09-10', 10, NULL);
INSERT INTO public.terms VALUES ('communication', 'to_country', 'USA', '2018-09-10', 'kim-jong-un-letter-second-meeting', 9, NULL);
INSERT INTO public.terms VALUES ('observation', '', '', '2018-07-20', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', '', '', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'component', 'engine-test-stand', '2018-07-20', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', 'component', 'fuel-oxidizer-bunkers', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'component', 'gantry-tower', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'component', 'main-processing-building', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'component', 'rail-mounted-structure', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'engine-test-stand|partially_dismantled', '2018-07-20', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'fuel-oxidizer-bunkers|intact', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'gantry-tower|intact', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'main-processing-building|intact', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'rail-mounted-structure|partially_dismantled', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'facility', 'sohae', '2018-07-20', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', 'facility', 'sohae', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|engine-test-stand|integrity|partially_dismantled|2018-07-22|2018-07-20', '2018-09-10|000|38-north-2018-07-sohae', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|fuel-oxidizer-bunkers|integrity|intact|2018-07-22|2018-07-22', '2018-09-10|001|38-north-2018-07-sohae', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|gantry-tower|integrity|intact|2018-07-22|2018-07-22', '2018-09-10|003|38-north-2018-07-sohae', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|main-processing-building|integrity|intact|2018-07-22|2018-07-22', '2018-09-10|002|38-north-2018-07-sohae', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|rail-mounted-structure|integrity|partially_dismantled|2018-07-22|2018-07-22', '2018-09-10|000|38-north-2018-07-sohae', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', '', '', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('facility', '', '', 'sohae satellite launching station', 'sohae', 13, 21);
INSERT INTO public.terms VALUES ('facility', 'country', 'PRK', 'sohae satellite launching station', 'sohae', 13, 21);
INSERT INTO public.terms VALUES ('facility', 'kind', 'satellite_launch_site', 'sohae satellite launching station', 'sohae', 13, 21);
INSERT INTO public.terms VALUES ('facility', 'source', '38-north-2018-07-sohae', 'sohae satellite launching station', 'sohae', 13, 21);
INSERT INTO public.terms VALUES ('facility', 'source', 'white-house-coordinating-second-meeting-2018-09', 'sohae satellite launching station', 'sohae', 13, 21);
INSERT INTO public.terms VALUES ('observation', 'method', 'satellite_imagery', '2018-07-20', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', 'method', 'satellite_imagery', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'observed_at', 'sohae-2018-07-20-to-22|sohae', '2018-07-20', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', 'observed_at', 'sohae-2018-07-22|sohae', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '20', '2018-07-20', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '20', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '2018', '2018-07-20', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '2018', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '2018-07', '2018-07-20', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '2018-07', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '2018-07-20', '2018-07-20', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '2018-07-22', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'source', '38-north-2018-07-sohae', '2018-07-20', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', 'source', '38-north-2018-07-sohae', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'source', 'white-house-coordinating-second-meeting-2018-09', '2018-07-20', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', 'span', '1.368448', '2018-07-20', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', 'state', 'intact', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('observation', 'state', 'partially_dismantled', '2018-07-20', 'sohae-2018-07-20-to-22', 14, NULL);
INSERT INTO public.terms VALUES ('observation', 'state', 'partially_dismantled', '2018-07-22', 'sohae-2018-07-22', 16, NULL);
INSERT INTO public.terms VALUES ('parade', '', '', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', '', '', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'category', 'icbm', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'category+presence', 'icbm|absent', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'country', 'PRK', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', 'country', 'PRK', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'presence', 'absent', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'presence', 'displayed', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', 'sort_key', '20', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', 'sort_key', '20', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'sort_key', '2018', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', 'sort_key', '2018', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'sort_key', '2018-02', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', 'sort_key', '2018-02-01', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', 'sort_key', '2018-09', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'sort_key', '2018-09-09', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'source', 'new-york-times-2018-09-parade', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', 'source', 'new-york-times-2018-09-parade', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'source', 'white-house-briefing-2018-09-10', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'source', 'white-house-coordinating-second-meeting-2018-09', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'span', '0.736727', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', 'span', '1.368376', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', 'span', '3.92091', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', 'span', '4.46046', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', 'system', 'hwasong-14', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', 'system', 'hwasong-14', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'system', 'hwasong-15', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', 'system', 'hwasong-15', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'system+presence', 'hwasong-14|absent', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'system+presence', 'hwasong-14|displayed', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('parade', 'system+presence', 'hwasong-15|absent', '2018-09-09', 'north-korea-2018-09-09', 12, NULL);
INSERT INTO public.terms VALUES ('parade', 'system+presence', 'hwasong-15|displayed', '2018-02-01', 'north-korea-2018-02', 11, NULL);
INSERT INTO public.terms VALUES ('source', '', '', '2018-09-10', 'new-york-times-2018-09-parade', 2, NULL);
INSERT INTO public.terms VALUES ('source', '', '', '2018-09-10', 'white-house-briefing-2018-09-10', 3, NULL);
INSERT INTO public.terms VALUES ('source', '', '', '2018-09-10', 'white-house-coordinating-second-meeting-2018-09', 4, NULL);
INSERT INTO public.terms VALUES ('source', 'public_from', 'new-york-times-2018-09-parade|2018-09-10', '2018-09-10', 'new-york-times-2018-09-parade', 2, NULL);
INSERT INTO public.terms VALUES ('source', 'public_from', 'white-house-briefing-2018-09-10|2018-09-10', '2018-09-10', 'white-house-briefing-2018-09-10', 3, NULL);
INSERT INTO public.terms VALUES ('source', 'public_from', 'white-house-coordinating-second-meeting-2018-09|2018-09-10', '2018-09-10', 'white-house-coordinating-second-meeting-2018-09', 4, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '20', '2018-09-10', 'new-york-times-2018-09-parade', 2, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '20', '2018-09-10', 'white-house-briefing-2018-09-10', 3, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '20', '2018-09-10', 'white-house-coordinating-second-meeting-2018-09', 4, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2018', '2018-09-10', 'new-york-times-2018-09-parade', 2, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2018', '2018-09-10', 'white-house-briefing-2018-09-10', 3, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2018', '2018-09-10', 'white-house-coordinating-second-meeting-2018-09', 4, NULL);
INSERT INTO public.terms VALUES ('observation', 'observed_at', 'sohae-2018-07-20|sohae', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '20', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '2018', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '2018-07', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '2018-07-20', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2018-09', '2018-09-10', 'new-york-times-2018-09-parade', 2, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2018-09', '2018-09-10', 'white-house-briefing-2018-09-10', 3, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2018-09', '2018-09-10', 'white-house-coordinating-second-meeting-2018-09', 4, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2018-09-10', '2018-09-10', 'new-york-times-2018-09-parade', 2, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2018-09-10', '2018-09-10', 'white-house-briefing-2018-09-10', 3, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2018-09-10', '2018-09-10', 'white-house-coordinating-second-meeting-2018-09', 4, NULL);
INSERT INTO public.terms VALUES ('summit', '', '', '2018-09-10', 'second-trump-kim-meeting', 7, NULL);
INSERT INTO public.terms VALUES ('summit', 'party', 'donald trump', '2018-09-10', 'second-trump-kim-meeting', 7, NULL);
INSERT INTO public.terms VALUES ('summit', 'party', 'kim jong un', '2018-09-10', 'second-trump-kim-meeting', 7, NULL);
INSERT INTO public.terms VALUES ('summit', 'party_country', 'PRK', '2018-09-10', 'second-trump-kim-meeting', 7, NULL);
INSERT INTO public.terms VALUES ('summit', 'party_country', 'USA', '2018-09-10', 'second-trump-kim-meeting', 7, NULL);
INSERT INTO public.terms VALUES ('summit', 'sort_key', '20', '2018-09-10', 'second-trump-kim-meeting', 7, NULL);
INSERT INTO public.terms VALUES ('summit', 'sort_key', '2018', '2018-09-10', 'second-trump-kim-meeting', 7, NULL);
INSERT INTO public.terms VALUES ('summit', 'sort_key', '2018-09', '2018-09-10', 'second-trump-kim-meeting', 7, NULL);
INSERT INTO public.terms VALUES ('summit', 'sort_key', '2018-09-10', '2018-09-10', 'second-trump-kim-meeting', 7, NULL);
INSERT INTO public.terms VALUES ('summit', 'source', 'white-house-briefing-2018-09-10', '2018-09-10', 'second-trump-kim-meeting', 7, NULL);
INSERT INTO public.terms VALUES ('summit', 'source', 'white-house-coordinating-second-meeting-2018-09', '2018-09-10', 'second-trump-kim-meeting', 7, NULL);
INSERT INTO public.terms VALUES ('summit', 'status', 'coordinating', '2018-09-10', 'second-trump-kim-meeting', 7, NULL);
INSERT INTO public.terms VALUES ('summit.moments', '', '', '2018-09-10', 'second-trump-kim-meeting/000', 7, NULL);
INSERT INTO public.terms VALUES ('summit.moments', '', '', '2018-09-10', 'second-trump-kim-meeting/001', 7, NULL);
INSERT INTO public.terms VALUES ('summit.moments', 'country', 'PRK', '2018-09-10', 'second-trump-kim-meeting/000', 7, NULL);
INSERT INTO public.terms VALUES ('summit.moments', 'country', 'PRK', '2018-09-10', 'second-trump-kim-meeting/001', 7, NULL);
INSERT INTO public.terms VALUES ('summit.moments', 'country', 'USA', '2018-09-10', 'second-trump-kim-meeting/000', 7, NULL);
INSERT INTO public.terms VALUES ('summit.moments', 'country', 'USA', '2018-09-10', 'second-trump-kim-meeting/001', 7, NULL);
INSERT INTO public.terms VALUES ('system', '', '', 'hwasong 14', 'hwasong-14', 5, NULL);
INSERT INTO public.terms VALUES ('system', '', '', 'hwasong 15', 'hwasong-15', 6, NULL);
INSERT INTO public.terms VALUES ('system', 'category', 'icbm', 'hwasong 14', 'hwasong-14', 5, NULL);
INSERT INTO public.terms VALUES ('system', 'category', 'icbm', 'hwasong 15', 'hwasong-15', 6, NULL);
INSERT INTO public.terms VALUES ('system', 'country', 'PRK', 'hwasong 14', 'hwasong-14', 5, NULL);
INSERT INTO public.terms VALUES ('system', 'country', 'PRK', 'hwasong 15', 'hwasong-15', 6, NULL);
INSERT INTO public.terms VALUES ('system', 'source', 'new-york-times-2018-09-parade', 'hwasong 14', 'hwasong-14', 5, NULL);
INSERT INTO public.terms VALUES ('system', 'source', 'new-york-times-2018-09-parade', 'hwasong 15', 'hwasong-15', 6, NULL);
INSERT INTO public.terms VALUES ('summit', '', '', '2018-06-12', 'singapore-2018', 8, 17);
INSERT INTO public.terms VALUES ('summit', 'country', 'SGP', '2018-06-12', 'singapore-2018', 8, 17);
INSERT INTO public.terms VALUES ('summit', 'party', 'donald trump', '2018-06-12', 'singapore-2018', 8, 17);
INSERT INTO public.terms VALUES ('summit', 'party', 'kim jong un', '2018-06-12', 'singapore-2018', 8, 17);
INSERT INTO public.terms VALUES ('summit', 'party_country', 'PRK', '2018-06-12', 'singapore-2018', 8, 17);
INSERT INTO public.terms VALUES ('summit', 'party_country', 'USA', '2018-06-12', 'singapore-2018', 8, 17);
INSERT INTO public.terms VALUES ('summit', 'place', 'singapore', '2018-06-12', 'singapore-2018', 8, 17);
INSERT INTO public.terms VALUES ('summit', 'sort_key', '20', '2018-06-12', 'singapore-2018', 8, 17);
INSERT INTO public.terms VALUES ('summit', 'sort_key', '2018', '2018-06-12', 'singapore-2018', 8, 17);
INSERT INTO public.terms VALUES ('summit', 'sort_key', '2018-06', '2018-06-12', 'singapore-2018', 8, 17);
INSERT INTO public.terms VALUES ('summit', 'sort_key', '2018-06-12', '2018-06-12', 'singapore-2018', 8, 17);
INSERT INTO public.terms VALUES ('summit', 'source', 'white-house-briefing-2018-09-10', '2018-06-12', 'singapore-2018', 8, 17);
INSERT INTO public.terms VALUES ('summit', 'source', 'white-house-coordinating-second-meeting-2018-09', '2018-06-12', 'singapore-2018', 8, 17);
INSERT INTO public.terms VALUES ('summit', 'status', 'held', '2018-06-12', 'singapore-2018', 8, 17);
INSERT INTO public.terms VALUES ('summit.moments', '', '', '2018-06-12', 'singapore-2018/000', 8, 17);
INSERT INTO public.terms VALUES ('summit.moments', 'country', 'PRK', '2018-06-12', 'singapore-2018/000', 8, 17);
INSERT INTO public.terms VALUES ('summit.moments', 'country', 'SGP', '2018-06-12', 'singapore-2018/000', 8, 17);
INSERT INTO public.terms VALUES ('summit.moments', 'country', 'USA', '2018-06-12', 'singapore-2018/000', 8, 17);
INSERT INTO public.terms VALUES ('summit', '', '', '2018-06-12', 'singapore-2018', 17, NULL);
INSERT INTO public.terms VALUES ('summit', 'country', 'SGP', '2018-06-12', 'singapore-2018', 17, NULL);
INSERT INTO public.terms VALUES ('summit', 'party', 'donald trump', '2018-06-12', 'singapore-2018', 17, NULL);
INSERT INTO public.terms VALUES ('summit', 'party', 'kim jong un', '2018-06-12', 'singapore-2018', 17, NULL);
INSERT INTO public.terms VALUES ('summit', 'party_country', 'PRK', '2018-06-12', 'singapore-2018', 17, NULL);
INSERT INTO public.terms VALUES ('summit', 'party_country', 'USA', '2018-06-12', 'singapore-2018', 17, NULL);
INSERT INTO public.terms VALUES ('summit', 'place', 'singapore', '2018-06-12', 'singapore-2018', 17, NULL);
INSERT INTO public.terms VALUES ('summit', 'sort_key', '20', '2018-06-12', 'singapore-2018', 17, NULL);
INSERT INTO public.terms VALUES ('summit', 'sort_key', '2018', '2018-06-12', 'singapore-2018', 17, NULL);
INSERT INTO public.terms VALUES ('summit', 'sort_key', '2018-06', '2018-06-12', 'singapore-2018', 17, NULL);
INSERT INTO public.terms VALUES ('source', 'span', '1.368449', '2018-07-22', '38-north-2018-07-sohae', 1, 18);
INSERT INTO public.terms VALUES ('source', 'span', '2.184225', '2018-07-22', '38-north-2018-07-sohae', 1, 18);
INSERT INTO public.terms VALUES ('source', 'span', '2.184236', '2018-07-22', '38-north-2018-07-sohae', 1, 18);
INSERT INTO public.terms VALUES ('source', 'span', '3.92113', '2018-07-22', '38-north-2018-07-sohae', 1, 18);
INSERT INTO public.terms VALUES ('source', 'span', '4.46057', '2018-07-22', '38-north-2018-07-sohae', 1, 18);
INSERT INTO public.terms VALUES ('source', 'span', '4.46058', '2018-07-22', '38-north-2018-07-sohae', 1, 18);
INSERT INTO public.terms VALUES ('summit', 'sort_key', '2018-06-12', '2018-06-12', 'singapore-2018', 17, NULL);
INSERT INTO public.terms VALUES ('summit', 'source', 'white-house-briefing-2018-09-10', '2018-06-12', 'singapore-2018', 17, NULL);
INSERT INTO public.terms VALUES ('summit', 'source', 'white-house-coordinating-second-meeting-2018-09', '2018-06-12', 'singapore-2018', 17, NULL);
INSERT INTO public.terms VALUES ('summit', 'status', 'held', '2018-06-12', 'singapore-2018', 17, NULL);
INSERT INTO public.terms VALUES ('summit.moments', '', '', '2018-06-12', 'singapore-2018/000', 17, NULL);
INSERT INTO public.terms VALUES ('summit.moments', 'country', 'PRK', '2018-06-12', 'singapore-2018/000', 17, NULL);
INSERT INTO public.terms VALUES ('summit.moments', 'country', 'SGP', '2018-06-12', 'singapore-2018/000', 17, NULL);
INSERT INTO public.terms VALUES ('summit.moments', 'country', 'USA', '2018-06-12', 'singapore-2018/000', 17, NULL);
INSERT INTO public.terms VALUES ('source', '', '', '2018-07-22', '38-north-2018-07-sohae', 1, 18);
INSERT INTO public.terms VALUES ('source', 'public_from', '38-north-2018-07-sohae|2018-09-10', '2018-07-22', '38-north-2018-07-sohae', 1, 18);
INSERT INTO public.terms VALUES ('source', 'sort_key', '20', '2018-07-22', '38-north-2018-07-sohae', 1, 18);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2018', '2018-07-22', '38-north-2018-07-sohae', 1, 18);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2018-07', '2018-07-22', '38-north-2018-07-sohae', 1, 18);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2018-07-22', '2018-07-22', '38-north-2018-07-sohae', 1, 18);
INSERT INTO public.terms VALUES ('source', '', '', '2019-03-05', '38-north-2018-07-sohae', 18, 19);
INSERT INTO public.terms VALUES ('source', 'public_from', '38-north-2018-07-sohae|2019-03-05', '2019-03-05', '38-north-2018-07-sohae', 18, 19);
INSERT INTO public.terms VALUES ('source', 'sort_key', '20', '2019-03-05', '38-north-2018-07-sohae', 18, 19);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2019', '2019-03-05', '38-north-2018-07-sohae', 18, 19);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2019-03', '2019-03-05', '38-north-2018-07-sohae', 18, 19);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2019-03-05', '2019-03-05', '38-north-2018-07-sohae', 18, 19);
INSERT INTO public.terms VALUES ('source', 'unsettled', '2019-03-05|38-north-2018-07-sohae', '', '38-north-2018-07-sohae', 18, 19);
INSERT INTO public.terms VALUES ('source', '', '', '2019-03-06', '38-north-2018-07-sohae', 19, NULL);
INSERT INTO public.terms VALUES ('source', 'public_from', '38-north-2018-07-sohae|2019-03-06', '2019-03-06', '38-north-2018-07-sohae', 19, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '20', '2019-03-06', '38-north-2018-07-sohae', 19, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2019', '2019-03-06', '38-north-2018-07-sohae', 19, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2019-03', '2019-03-06', '38-north-2018-07-sohae', 19, NULL);
INSERT INTO public.terms VALUES ('source', 'sort_key', '2019-03-06', '2019-03-06', '38-north-2018-07-sohae', 19, NULL);
INSERT INTO public.terms VALUES ('source', 'unsettled', '2019-03-06|38-north-2018-07-sohae', '', '38-north-2018-07-sohae', 19, NULL);
INSERT INTO public.terms VALUES ('observation', 'component', 'fuel-oxidizer-bunkers', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'component', 'gantry-tower', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'component', 'main-processing-building', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'component', 'rail-mounted-structure', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'fuel-oxidizer-bunkers|intact', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'gantry-tower|intact', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'main-processing-building|intact', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'rail-mounted-structure|partially_dismantled', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'rail-mounted-structure|relocated', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'facility', 'sohae', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|fuel-oxidizer-bunkers|integrity|intact|2018-07-20|2018-07-20', '2018-09-10|002|38-north-2018-07-sohae', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|gantry-tower|integrity|intact|2018-07-20|2018-07-20', '2018-09-10|004|38-north-2018-07-sohae', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|main-processing-building|integrity|intact|2018-07-20|2018-07-20', '2018-09-10|003|38-north-2018-07-sohae', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|rail-mounted-structure|integrity|partially_dismantled|2018-07-20|2018-07-20', '2018-09-10|001|38-north-2018-07-sohae', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|rail-mounted-structure|position|relocated|2018-07-20|2018-07-20', '2018-09-10|000|38-north-2018-07-sohae', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'method', 'satellite_imagery', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'source', '38-north-2018-07-sohae', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'state', 'intact', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'state', 'partially_dismantled', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', 'state', 'relocated', '2018-07-20', 'sohae-2018-07-20', 15, 20);
INSERT INTO public.terms VALUES ('observation', '', '', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'component', 'fuel-oxidizer-bunkers', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'component', 'gantry-tower', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'component', 'main-processing-building', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'component', 'rail-mounted-structure', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'fuel-oxidizer-bunkers|intact', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'gantry-tower|intact', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'main-processing-building|intact', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'rail-mounted-structure|partially_dismantled', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'component+state', 'rail-mounted-structure|relocated', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'facility', 'sohae', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|fuel-oxidizer-bunkers|integrity|intact|2018-07-20|2018-07-20', '2019-03-06|002|38-north-2018-07-sohae', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|gantry-tower|integrity|intact|2018-07-20|2018-07-20', '2019-03-06|004|38-north-2018-07-sohae', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|main-processing-building|integrity|intact|2018-07-20|2018-07-20', '2019-03-06|003|38-north-2018-07-sohae', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|rail-mounted-structure|integrity|partially_dismantled|2018-07-20|2018-07-20', '2019-03-06|001|38-north-2018-07-sohae', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'finding', 'sohae|rail-mounted-structure|position|relocated|2018-07-20|2018-07-20', '2019-03-06|000|38-north-2018-07-sohae', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'method', 'satellite_imagery', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'observed_at', 'sohae-2018-07-20|sohae', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '20', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '2018', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '2018-07', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'sort_key', '2018-07-20', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'source', '38-north-2018-07-sohae', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'state', 'intact', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'state', 'partially_dismantled', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('observation', 'state', 'relocated', '2018-07-20', 'sohae-2018-07-20', 20, NULL);
INSERT INTO public.terms VALUES ('facility', '', '', 'sohae satellite launching station', 'sohae', 21, NULL);
INSERT INTO public.terms VALUES ('facility', 'country', 'PRK', 'sohae satellite launching station', 'sohae', 21, NULL);
INSERT INTO public.terms VALUES ('facility', 'kind', 'satellite_launch_site', 'sohae satellite launching station', 'sohae', 21, NULL);
INSERT INTO public.terms VALUES ('facility', 'source', '38-north-2018-07-sohae', 'sohae satellite launching station', 'sohae', 21, NULL);
INSERT INTO public.terms VALUES ('facility', 'source', 'white-house-coordinating-second-meeting-2018-09', 'sohae satellite launching station', 'sohae', 21, NULL);
INSERT INTO public.terms VALUES ('system', '', '', 'entered twice', 'entered-twice', 22, 23);
INSERT INTO public.terms VALUES ('system', 'category', 'other', 'entered twice', 'entered-twice', 22, 23);
INSERT INTO public.terms VALUES ('system', 'country', 'PRK', 'entered twice', 'entered-twice', 22, 23);
INSERT INTO public.terms VALUES ('system', 'source', '38-north-2018-07-sohae', 'entered twice', 'entered-twice', 22, 23);
INSERT INTO public.terms VALUES ('system', '', '', 'brought back', 'brought-back', 24, 25);
INSERT INTO public.terms VALUES ('system', 'category', 'other', 'brought back', 'brought-back', 24, 25);
INSERT INTO public.terms VALUES ('system', 'country', 'PRK', 'brought back', 'brought-back', 24, 25);
INSERT INTO public.terms VALUES ('system', 'source', '38-north-2018-07-sohae', 'brought back', 'brought-back', 24, 25);
INSERT INTO public.terms VALUES ('system', '', '', 'brought back', 'brought-back', 26, NULL);
INSERT INTO public.terms VALUES ('system', 'category', 'sam', 'brought back', 'brought-back', 26, NULL);
INSERT INTO public.terms VALUES ('system', 'country', 'PRK', 'brought back', 'brought-back', 26, NULL);
INSERT INTO public.terms VALUES ('system', 'source', '38-north-2018-07-sohae', 'brought back', 'brought-back', 26, NULL);


--
-- Data for Name: texts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.texts VALUES (1, 'source', ' 38 north 2018 07 sohae 38north201807sohae analysis of satellite imagery the launching station 20 and 22 july date publication is not stated it no earlier than later two images article which quotes known through white house coordinating second meeting 09 twice names neither title nor address describes whitehousecoordinatingsecondmeeting201809 38 north analysis of satellite imagery the sohae launching station 20 and 22 july 2018 07 38north201807sohae 38northanalysisofsatelliteimageryofthesohaesatellitelaunchingstation20and22july2018 38north201807sohae 3 38 n no nor 2 20 201 0 07 s so soh 38n a an ana o of sa sat i im ima t th the l la lau st sta and 22 j ju jul d da dat p pu pub is not it e ea ear tha lat tw two ar art w wh whi q qu quo k kn kno thr h ho hou c co coo se sec m me mee 09 twi na nam ne nei ti tit ad add de des 3 38 n no nor a an ana o of s sa sat i im ima t th the so soh l la lau st sta 2 20 and 22 j ju jul 201 0 07 38n dff781cdcecafeab bcc2bae0de64aee4 4d2128279f2626f3 9031803910eb83e7 b693215acd318ae5 bf696ef5c6b3331a 24d27e77c542dfa9 7f89ae279445060d e6faf66a6c5e1575 4d79fc9d01e12350 0906be7c6112a647 f9bd75a0e0024d70 3398a4ae9e4f2367 a66246dc7bd2dd08 ba53e18386386176 27722363308d495f de7f1fffbfa18afd 02e9981ab9f973ee bdca2b7fac0bf6b3 0669aa5e336f8fa5 6b14673af029ce34 e3582710bedfced0 411625ef5a51b0d9 72751d3cf522da0c ');
INSERT INTO public.texts VALUES (2, 'source', ' new york times 2018 09 parade newyorktimes201809parade report on north korea s for its 70th anniversary koreas the date of publication is not stated it no later than that article which quotes known through white house coordinating second meeting and names neither title nor address describes whitehousecoordinatingsecondmeeting201809 new york times report on north korea s parade for its 70th anniversary koreas 2018 09 newyorktimes201809parade newyorktimesreportonnorthkoreasparadeforits70thanniversary newyorktimes201809parade n ne new y yo yor t ti tim 2 20 201 0 09 p pa par r re rep o on no nor k ko kor s f fo for i it its 7 70 70t a an ann th the d da dat of pu pub is not st sta l la lat tha ar art w wh whi q qu quo kn kno thr h ho hou c co coo se sec m me mee and na nam nei tit ad add de des n ne new y yo yor t ti tim r re rep o on no nor k ko kor s p pa par f fo for i it its 7 70 70t a an ann 2 20 201 0 09 5ae9d88f8552c761 bcc2bae0de64aee4 4d2128279f2626f3 d94ebec08517f940 e30fd3d02f723057 f5ac438a232a5541 d6ff95ab5ab3556b 884e8a3172f1e545 034a39baf837672c ac12b374308a51ff 76b9a0543f8b4410 efcf3ef0e857aae3 6cb7fbe53e8a7d31 0669aa5e336f8fa5 6b14673af029ce34 e3582710bedfced0 411625ef5a51b0d9 72751d3cf522da0c ');
INSERT INTO public.texts VALUES (3, 'source', ' white house briefing 2018 09 10 whitehousebriefing20180910 press monday september s the after sunday 70th anniversary of north korea founding mondays koreas 20180909 known through coordinating second meeting which quotes it title describes whitehousecoordinatingsecondmeeting201809 white house press briefing monday 10 september 2018 09 whitehousebriefing20180910 whitehousepressbriefingmonday10september2018 whitehousebriefing20180910 w wh whi h ho hou b br bri 2 20 201 0 09 1 10 p pr pre m mo mon s se sep t th the a af aft su sun 7 70 70t an ann o of n no nor k ko kor f fo fou kn kno thr c co coo sec me mee q qu quo i it ti tit d de des w wh whi h ho hou p pr pre b br bri m mo mon 1 10 s se sep 2 20 201 0 09 fb29e162c5f55577 bcc2bae0de64aee4 4d2128279f2626f3 d94ebec08517f940 e30fd3d02f723057 803f8fed5b0d80a9 6b893a0038ec0831 951de61a88f306ed 5a14a1a519ef1f59 7b1a4b0275751b7f d2fb8af7e6e26e84 c5ee8f1c8a6054ad d4bcf18640155e89 0669aa5e336f8fa5 6b14673af029ce34 e3582710bedfced0 411625ef5a51b0d9 72751d3cf522da0c ');
INSERT INTO public.texts VALUES (4, 'source', ' white house coordinating second meeting 2018 09 whitehousecoordinatingsecondmeeting201809 trump kim after north korean leader sends very positive letter trumpkim the article carries no date and names publisher it speaks of parade for 70th anniversary korea s founding as sunday which was press briefing monday 10 koreas sundays mondays 20180909 20180910 white house coordinating second trump kim meeting after north korean leader sends very positive letter trumpkim 2018 09 whitehousecoordinatingsecondmeeting201809 whitehousecoordinatingsecondtrumpkimmeetingafternorthkoreanleadersendsverypositiveletter whitehousecoordinatingsecondmeeting201809 w wh whi h ho hou c co coo s se sec m me mee 2 20 201 0 09 t tr tru k ki kim a af aft n no nor ko kor l le lea sen v ve ver p po pos let th the ar art ca car d da dat an and na nam pu pub i it sp spe o of pa par f fo for 7 70 70t ann fou as su sun wa was pr pre b br bri mo mon 1 10 w wh whi h ho hou c co coo s se sec t tr tru k ki kim m me mee a af aft n no nor ko kor l le lea sen v ve ver p po pos let 2 20 201 0 09 e7aaba6af091b841 bcc2bae0de64aee4 4d2128279f2626f3 d94ebec08517f940 e30fd3d02f723057 217a42a9c72e73d5 cd3952d3a64488a4 8098245169e1a1ff 234b130f1df68bd4 1dbae402fdaf0485 d2fb8af7e6e26e84 c5ee8f1c8a6054ad d4bcf18640155e89 0669aa5e336f8fa5 6b14673af029ce34 e3582710bedfced0 411625ef5a51b0d9 72751d3cf522da0c ');
INSERT INTO public.texts VALUES (5, 'system', ' hwasong 14 hwasong14 the north s intercontinental ballistic missiles including its and 15 norths hwasong15 quoted in white house coordinating second meeting 2018 09 whitehousecoordinatingsecondmeeting201809 provoked threat of military action provokedthreatofmilitaryaction korea have president trump to extent that he has threatened koreas new york times they hwasong 14 hwasong14 hwasong14 h hw hwa 1 14 t th the n no nor s i in int b ba bal m mi mis inc it its a an and 15 q qu quo w wh whi ho hou c co coo se sec me mee 2 20 201 0 09 p pr pro thr o of mil ac act k ko kor ha hav pre tr tru to e ex ext tha he has ne new y yo yor ti tim h hw hwa 1 14 1a5dd0f809e1c4b8 f84e6907bc9e9ffd 92ca2ec17fcb03e2 41b0ffb65794d9fb afbe5b6a2af3aa3e 4d79d8e3b9d4c779 10a1a553007c12d2 fc5cbffa63b13802 077bdc7b03e8cf8f acdc3135657952c5 d3110477245f3a54 4cb79bc958ae423b aa636af8c15b1b65 02293fb49b326257 b272b47b81f5d6e7 8af146cfadf9d638 8ebf45056cb13a65 a2eff89b51ae3cb0 ');
INSERT INTO public.texts VALUES (6, 'system', ' hwasong 15 hwasong15 the north s intercontinental ballistic missiles including its 14 and norths hwasong14 quoted in white house coordinating second meeting 2018 09 whitehousecoordinatingsecondmeeting201809 provoked threat of military action provokedthreatofmilitaryaction korea have president trump to extent that he has threatened koreas new york times they hwasong 15 hwasong15 hwasong15 h hw hwa 1 15 t th the n no nor s i in int b ba bal m mi mis inc it its 14 a an and q qu quo w wh whi ho hou c co coo se sec me mee 2 20 201 0 09 p pr pro thr o of mil ac act k ko kor ha hav pre tr tru to e ex ext tha he has ne new y yo yor ti tim h hw hwa 1 15 1a5dd0f809e1c4b8 f84e6907bc9e9ffd 92ca2ec17fcb03e2 267bab097bf9f4a1 afbe5b6a2af3aa3e 4d79d8e3b9d4c779 10a1a553007c12d2 289a278438064829 077bdc7b03e8cf8f acdc3135657952c5 d3110477245f3a54 4cb79bc958ae423b aa636af8c15b1b65 02293fb49b326257 b272b47b81f5d6e7 8af146cfadf9d638 8ebf45056cb13a65 a2eff89b51ae3cb0 ');
INSERT INTO public.texts VALUES (7, 'summit', ' second trump kim meeting secondtrumpkimmeeting trumpkim donald president jong un north korean leader by a letter whose date is not stated it no later than the briefing that speaks of primary purpose was to request and look schedule another with quoted in white house coordinating 2018 09 whitehousecoordinatingsecondmeeting201809 sent very warm positive requesting follow up summit followup says open already process which we are between singapore singapore2018 after their earlier sit down on june 12 sitdown second trump kim meeting trumpkim secondtrumpkimmeeting secondtrumpkimmeeting s se sec t tr tru k ki kim m me mee d do don p pr pre j jo jon u un n no nor ko kor l le lea b by a let w wh who da dat i is not st sta it la lat th tha the br bri sp spe o of pri pu pur wa was to r re req an and lo loo sc sch ano wi wit q qu quo in whi h ho hou c co coo 2 20 201 0 09 sen v ve ver war po pos f fo fol up su sum sa say op ope al alr pro we ar are be bet si sin af aft e ea ear sit dow on ju jun 1 12 s se sec t tr tru k ki kim m me mee d773f075029d4912 f90c9833259725a3 4d6e63993b82ecfe 6c46a6b6376636ca a0d9d4b596cea69b b7dc73d5ac8d0fd8 7c94c88fac85d3e0 d8dcf3071309678f 9eaa2f904a799fee 10454b0a1db91e9f f2b839184e444ad4 f30952716221ea64 6ee261be98b48aa6 24eaf5772b74316e b675de3190e0d0b3 9432b29737c2c081 f5683ac9d2e5ca8e 2e264a11108da475 9c5ed52624698ccd 2c5a486debed0223 3be68641f16f14f5 108a935d137ad7da 5db3e8471b8b436c 64402a08fc3ecd2a 504c1f4de7ca99ba e5ea265863d6d77f 969666e830d4a067 e40154e8aa2c3b27 ');
INSERT INTO public.texts VALUES (8, 'summit', ' singapore 2018 singapore2018 meeting of donald trump and kim jong un president north korean leader their earlier sit down in on june 12 sitdown another with the quoted white house coordinating second 09 whitehousecoordinatingsecondmeeting201809 is a between after sent very warm positive letter requesting follow up summit to followup singapore meeting of donald trump and kim jong un 2018 singapore2018 singaporemeetingofdonaldtrumpandkimjongun singapore2018 s si sin 2 20 201 m me mee o of d do don t tr tru a an and k ki kim j jo jon u un p pr pre n no nor ko kor l le lea th the e ea ear sit dow i in on ju jun 1 12 ano w wi wit q qu quo wh whi h ho hou c co coo se sec 0 09 is b be bet af aft sen v ve ver wa war po pos let r re req f fo fol up su sum to s si sin m me mee o of d do don t tr tru a an and k ki kim j jo jon u un 2 20 201 ca6351df5c51365e d773f075029d4912 f90c9833259725a3 4d6e63993b82ecfe 6c46a6b6376636ca 446d5a93980b5f59 a0d9d4b596cea69b b7dc73d5ac8d0fd8 e2b8bea2b4fa74fc 82184d17fabbd6e4 9eaa2f904a799fee 10454b0a1db91e9f 9713de1b5deee9ce d124469c64b1e431 28a7a65248a8cd90 06365b3ff5e7ed14 4db1dc90967eb758 2c5a486debed0223 3be68641f16f14f5 108a935d137ad7da 5db3e8471b8b436c 64402a08fc3ecd2a 504c1f4de7ca99ba e5ea265863d6d77f 969666e830d4a067 e40154e8aa2c3b27 ');
INSERT INTO public.texts VALUES (9, 'communication', ' kim jong un letter second meeting kimjongunlettersecondmeeting north korean leader donald trump president requests another with and looks to schedule it very warm positive white house summit secondtrumpkimmeeting the primary purpose of was request look quoted in coordinating 2018 09 whitehousecoordinatingsecondmeeting201809 sent a requesting follow up their earlier sit down singapore on june 12 followup sitdown further evidence progress furtherevidenceofprogress is between washington pyongyang over denuclearization peninsula sarah huckabee sanders press secretary said pointing as date not stated no later than briefing that speaks k ki kim j jo jon u un l le let s se sec m me mee n no nor ko kor lea d do don t tr tru p pr pre r re req a an ano w wi wit and lo loo to sc sch i it v ve ver wa war po pos wh whi h ho hou su sum th the pri pu pur o of was q qu quo in c co coo 2 20 201 0 09 sen f fo fol up e ea ear si sit dow sin on ju jun 1 12 fu fur ev evi pro is b be bet py pyo ov ove de den pe pen sa sar hu huc san sai poi as da dat not st sta la lat tha br bri sp spe 60e4ed503ecb4485 a49af60833e7fa54 9e10f484a45335c0 414f786ed19129b0 360b25e8d0da9658 acb8627faefbd40a d15b04d5688f1948 2dd54c08e8a22b03 2036825b4f01b992 230aa6a69f14e592 8e2e624ca2efd558 c1873f52d3d2ca9c 2a101c6ee3fd4dce 72891372928c73d3 63d5b39bec4119cc 330f150183a6b2ae 8ccf8d88055f8fe3 858f64226ded3925 116aaaf313414b1b bfa7e9fad07c4552 711723d99ec62b3e 1457491b22c61990 512ce07806e16d56 cd14db60e58dba9a 5f3a584f157ef57e d4b4122f5c650a25 ac54ceb3dccbc55f ');
INSERT INTO public.texts VALUES (10, 'communication', ' white house press briefing 2018 09 10 whitehousepressbriefing20180910 sarah huckabee sanders secretary says that kim jong un s letter asks for another meeting with the president which is open to and already coordinating recent parade in north korea was not about its nuclear arsenal further evidence of progress uns primary purpose request look schedule quoted second whitehousecoordinatingsecondmeeting201809 said during monday mondays we are process adding it a once their pointing as between washington pyongyang over denuclearization korean peninsula summit trump secondtrumpkimmeeting northkorea20180909 w wh whi h ho hou p pr pre b br bri 2 20 201 0 09 1 10 s sa sar hu huc san se sec say t th tha k ki kim j jo jon u un l le let a as ask f fo for an ano m me mee wi wit the i is o op ope to and al alr c co coo r re rec pa par in n no nor ko kor wa was not ab abo it its nu nuc ar ars fu fur e ev evi of pro uns pri pu pur req lo loo sc sch q qu quo sai d du dur mo mon we are ad add on onc po poi be bet py pyo ov ove de den pe pen su sum tr tru 4aa0f5c43225052d ba25bd848a44778d 13b902c37ad90902 9e10f484a45335c0 414f786ed19129b0 360b25e8d0da9658 acb8627faefbd40a d15b04d5688f1948 2dd54c08e8a22b03 2036825b4f01b992 5a08348ee6dc54ae f6270a2c2ca278b5 5b025ebaacf1dc73 0baed6f9aaa8fe7f 67d531367b2113b3 f47db4088c7f68d9 d3ca7e449f2f4d31 47313dd0bf3c29f4 116aaaf313414b1b bfa7e9fad07c4552 711723d99ec62b3e 1457491b22c61990 512ce07806e16d56 cd14db60e58dba9a 5f3a584f157ef57e d4b4122f5c650a25 ac54ceb3dccbc55f ');
INSERT INTO public.texts VALUES (22, 'system', ' entered twice enteredtwice entered twice enteredtwice enteredtwice e en ent t tw twi e en ent t tw twi 7697507bd522bc51 f84e6907bc9e9ffd 12a505df81053d80 171b12424979936d 8af0b31dd2d05deb 31833246ee53f06e a50ee6bb86376e11 0e21c1c5068b4f4f 4e2a0671583c169e f4e03765199d4fda e6cee6ac58dff66e acdc3135657952c5 d3110477245f3a54 4cb79bc958ae423b aa636af8c15b1b65 02293fb49b326257 b272b47b81f5d6e7 14aa3c646f39f15f b9145e022e8d01ff a2eff89b51ae3cb0 ');
INSERT INTO public.texts VALUES (24, 'system', ' brought back broughtback brought back broughtback broughtback b br bro ba bac b br bro ba bac 7697507bd522bc51 f84e6907bc9e9ffd 12a505df81053d80 7eb2c58af12ce950 67b5e313b45f87dc e107850556c4bbed 86468b22400e62c6 94dd4e37d3def47e f15f8f54289ad27e f9e2c25a3e4852db acdc3135657952c5 d3110477245f3a54 4cb79bc958ae423b aa636af8c15b1b65 02293fb49b326257 b272b47b81f5d6e7 14aa3c646f39f15f b9145e022e8d01ff a2eff89b51ae3cb0 ');
INSERT INTO public.texts VALUES (11, 'parade', ' north korea 2018 02 northkorea201802 s parade of february koreas hwasong 14 hwasong14 the intercontinental ballistic missiles including its and 15 have been a main feature recent military parades one in norths hwasong15 quoted white house coordinating second meeting 09 whitehousecoordinatingsecondmeeting201809 north korea s parade of february 2018 koreas 02 northkorea201802 northkoreasparadeoffebruary2018 northkorea201802 n no nor k ko kor 2 20 201 0 02 s p pa par o of f fe feb h hw hwa 1 14 t th the i in int b ba bal m mi mis inc it its a an and 15 ha hav be bee ma mai fea r re rec mil on one q qu quo w wh whi ho hou c co coo se sec me mee 09 n no nor k ko kor s p pa par o of f fe feb 2 20 201 0 02 9af4f527e9cfbcda 9b3d3240dd68e8e3 9638d0f73391f195 e5b4df111a525982 526882559f1a0b4c 49554a1ed47769e2 6690a6059b2ab2e5 d55f6965decffdd7 d3acd17c01afea6b b2b87d8644f83e8c 49fb1ae8137f3f76 f0562ae4bb8a8984 a34ef77ef8ee741b 687863c6a79465e2 9948497345aae140 20660db9082a39a2 b3799c2dfde0e71f bf07f14fe3e0e932 51fdfe25ccc7d867 c148cc8e29bdde6d 378ca2169878dcdb 0bcf843048ff516e ba781fe4a9605926 e4107bab503e6bb0 6c27759f1e5f0188 07120d40b9ece570 0a1d950b038e609c e42cde6fc75cb112 fb424cb51c6bf345 ff2801518c82e49f 3607ef25c08e56fb ');
INSERT INTO public.texts VALUES (12, 'parade', ' north korea 2018 09 northkorea20180909 s parade for the 70th anniversary of its founding koreas long range ballistic missiles longrange a massive military which conspicuously did not include their absence in sunday is an encouraging signal washington has been urging leader kim jong un to ease tensions and focus on diplomacy aimed at ending his country nuclear weapons program sundays norths countrys jongun quoted white house coordinating second meeting intercontinental whitehousecoordinatingsecondmeeting201809 hwasong 14 hwasong14 including 15 hwasong15 sentence after celebrated with recent once was about arsenal notaboutnucleararsenal sarah huckabee sanders press secretary said encouragingsignal new york times north korea s parade for the 70th anniversary of its founding koreas 2018 09 northkorea20180909 northkoreasparadeforthe70thanniversaryofitsfounding northkorea20180909 n no nor k ko kor 2 20 201 0 09 s p pa par f fo for t th the 7 70 70t a an ann o of i it its fou l lo lon r ra ran b ba bal m mi mis ma mas mil w wh whi c co con d di did not in inc ab abs su sun is e en enc si sig wa was h ha has be bee u ur urg le lea ki kim j jo jon un to ea eas te ten and foc on dip ai aim at end hi his cou nu nuc we wea pr pro q qu quo ho hou coo se sec me mee int hw hwa 1 14 15 sen af aft ce cel wi wit re rec onc abo ar ars sa sar hu huc san pre sai ne new y yo yor ti tim n no nor k ko kor s p pa par f fo for t th the 7 70 70t a an ann o of i it its fou 2 20 201 0 09 61a083c9b122fa0b e96e30862ef2cb53 9af4f527e9cfbcda edb21fd949395828 9638d0f73391f195 e5b4df111a525982 f89892e7a9fe5141 b073dfa3e26faae7 6690a6059b2ab2e5 95b7f07be27c2cc6 777df1a5d37e6732 f0562ae4bb8a8984 a34ef77ef8ee741b 47bf835fbfb6d56c 78c3e1cd72c7c35b 7a65223863c52923 6f954fd832c2d17c b3799c2dfde0e71f bf07f14fe3e0e932 51fdfe25ccc7d867 c148cc8e29bdde6d 378ca2169878dcdb 0bcf843048ff516e ba781fe4a9605926 e4107bab503e6bb0 6c27759f1e5f0188 07120d40b9ece570 0a1d950b038e609c e42cde6fc75cb112 fb424cb51c6bf345 ff2801518c82e49f 3607ef25c08e56fb ');
INSERT INTO public.texts VALUES (13, 'facility', ' sohae satellite launching station rail mounted structure railmountedstructure processing transfer railmounted building the has been moved to middle of pad quoted in white house coordinating second meeting 2018 09 whitehousecoordinatingsecondmeeting201809 where space launch vehicles are assembled before moving them facility s and other features facilitys engine test stand engineteststand rocket nearby used develop liquid fuel engines for ballistic missiles liquidfuel oxidizer bunkers fueloxidizerbunkers two main gantry tower mainprocessingbuilding gantrytower point railtransferpoint underground exposing launchpad commercial imagery from july 20 new north korea since 2012 indicates that begun dismantling key facilities koreas mainlaunchfacilitysince2012 38 vehiclesassembledinrailmountedstructure they develops teststanddevelopsliquidfuelengines is progressive progressivedismantling last several months analyzed by revealed related nuclear program unnamed author article their substantial role icbm substantialroleinicbmprogram believed have played a intercontinental missile these sohae satellite launching station sohaesatellitelaunchingstation sohae s so soh sa sat l la lau st sta r ra rai m mo mou str p pr pro t tr tra b bu bui th the h ha has be bee mov to mi mid o of pa pad q qu quo i in w wh whi ho hou c co coo se sec me mee 2 20 201 0 09 whe sp spa v ve veh a ar are as ass bef f fa fac an and ot oth fe fea e en eng te tes ro roc n ne nea u us use d de dev li liq fu fue fo for ba bal mis ox oxi bun tw two ma mai g ga gan tow po poi un und ex exp com im ima fr fro j ju jul new no nor k ko kor si sin ind tha beg di dis ke key 3 38 is las sev mon ana by re rev rel nu nuc unn au aut art su sub rol ic icb bel hav pl pla int s so soh sa sat l la lau st sta 645a7d67f818f3b1 fc534910d0c5f536 cb221177b5fbdcbf f9a7e85950a0727b c41f2e7f80c547d8 410a6358f26565c5 79920003d34d3190 915accc9cab72e7b aace6125c673abbf c5af6c88a3a7075e 0d99f0dec27e0bc0 09492798c7c25172 02976e45008d5205 ad2526aad86e8fe7 60d8a734767d887f c2009f7bf15469d9 72a37e49d0e270ca 64714f3d12c0b28f ');
INSERT INTO public.texts VALUES (14, 'observation', ' sohae 2018 07 20 to 22 sohae20180720to22 engine test stand engineteststand dismantling has begun new commercial satellite imagery of the launching station north korea s main launch facility since 2012 indicates that key facilities most notably these include rail mounted processing building where space vehicles are assembled before moving them pad and nearby rocket used develop liquid fuel engines for ballistic missiles koreas railmounted liquidfuel quoted in white house coordinating second meeting 09 whitehousecoordinatingsecondmeeting201809 photos taken between july reveal deconstruction including transfer structure other features facilitys neither its provider nor sensor is stated s so soh 2 20 201 0 07 t to 22 e en eng te tes st sta d di dis h ha has b be beg n ne new c co com sa sat i im ima o of th the l la lau no nor k ko kor m ma mai f fa fac si sin in ind tha ke key mo mos not inc r ra rai mou p pr pro bu bui w wh whe sp spa v ve veh a ar are as ass bef mov pa pad an and nea ro roc u us use de dev li liq fu fue fo for ba bal mi mis q qu quo whi ho hou coo se sec me mee 09 ph pho ta tak bet j ju jul re rev dec tr tra str ot oth fe fea nei it its sen is 2887a75c5cfb68ef c44803a5ed95a767 a07fa042653a5064 0fedbeef81526df5 edb2b97108c6fbe9 cd221aa000474f1a 1282737ba25feead 4092668f1c873fb8 7912eb69fc9367a0 37cde8f30afc7401 05c660b55c6a62b5 a9063974a1c11c1d aa19d76695db4391 eb9323f02ddf9e19 a6bbddd8210ff8d1 4273a8141bca7fb9 ab29c66090edd545 4307aacf97cb8ffa 403bb2a38bba5135 e6b80e400bc603e8 d81d78f1967df214 7ef41ed5c9c36156 4523e0fcac9952a6 ada9fcaa0a5a2bae df77b9e21981a687 81b8b6776f5c902c 7577792e7255376a 11b67bc88ac37660 51666bb79d35334f 7bfee2c204578ffd ');
INSERT INTO public.texts VALUES (15, 'observation', ' sohae 2018 07 20 sohae20180720 rail mounted structure railmountedstructure moved to the middle of pad exposing underground transfer point one few times it has been seen in this location roof and supporting have partially removed fuel oxidizer bunkers fueloxidizerbunkers untouched main processing building mainprocessingbuilding gantry tower gantrytower numerous vehicles are present a large construction crane is commercial satellite imagery launch from july shows that railmounted quoted white house coordinating second meeting 09 whitehousecoordinatingsecondmeeting201809 including both images two remain neither its provider nor sensor stated s so soh 2 20 201 0 07 r ra rai m mo mou st str mov t to th the mi mid o of p pa pad e ex exp u un und tr tra po poi on one f fe few ti tim i it h ha has b be bee se see in thi l lo loc ro roo a an and su sup hav par re rem fu fue ox oxi bu bun unt ma mai pr pro bui g ga gan tow n nu num v ve veh ar are pre la lar c co con cr cra is com sa sat im ima lau fr fro j ju jul sh sho tha q qu quo w wh whi ho hou coo sec me mee 09 inc bo bot tw two ne nei its no nor sen sta 60ee3f307c99d64b 9e6311dff24d80ed 5d0a50099d9453ef a07f5a26260d73c4 9a7eb480c1528317 00757528886a18bd c52d32fcabc56d16 7759ff4e1a59b382 7e0d45ac16e81ba5 a07fa042653a5064 0fedbeef81526df5 c2a392d0ebbcefb6 cd221aa000474f1a 1282737ba25feead 4092668f1c873fb8 7912eb69fc9367a0 37cde8f30afc7401 a6383ac755c100cd aa19d76695db4391 c416a17a1099dacb ab29c66090edd545 4307aacf97cb8ffa 403bb2a38bba5135 e6b80e400bc603e8 d81d78f1967df214 7ef41ed5c9c36156 4523e0fcac9952a6 ada9fcaa0a5a2bae df77b9e21981a687 81b8b6776f5c902c 7577792e7255376a 11b67bc88ac37660 51666bb79d35334f 7bfee2c204578ffd ');
INSERT INTO public.texts VALUES (16, 'observation', ' sohae 2018 07 22 sohae20180722 rail mounted structure railmountedstructure considerable progress has been made in dismantling it one corner completely dismantled and the parts can be seen lying on ground fuel oxidizer bunkers fueloxidizerbunkers untouched main processing building mainprocessingbuilding gantry tower gantrytower crane is still present vehicles are an image from two days later shows continued presence of quoted white house coordinating second meeting 09 after july 20 whitehousecoordinatingsecondmeeting201809 transfer railmounted both images remain commercial satellite imagery neither its provider nor sensor stated s so soh 2 20 201 0 07 22 r ra rai m mo mou st str c co con p pr pro h ha has b be bee ma mad i in d di dis it o on one cor com a an and t th the pa par ca can se see l ly lyi g gr gro f fu fue ox oxi bu bun u un unt mai bui ga gan to tow cr cra is sti pre v ve veh ar are im ima fr fro tw two da day la lat sh sho of q qu quo w wh whi ho hou coo sec me mee 09 af aft j ju jul tr tra bo bot re rem sa sat n ne nei its no nor sen sta 60ee3f307c99d64b 9e6311dff24d80ed 5d0a50099d9453ef a07f5a26260d73c4 9a7eb480c1528317 00757528886a18bd c52d32fcabc56d16 7759ff4e1a59b382 a07fa042653a5064 0fedbeef81526df5 75d548f50cfeafab cd221aa000474f1a 1282737ba25feead 4092668f1c873fb8 ab549bb46593d559 37cde8f30afc7401 a6383ac755c100cd aa19d76695db4391 b6a2d9bf91cdb1b1 4307aacf97cb8ffa 403bb2a38bba5135 e6b80e400bc603e8 d81d78f1967df214 7ef41ed5c9c36156 4523e0fcac9952a6 ada9fcaa0a5a2bae df77b9e21981a687 81b8b6776f5c902c 7577792e7255376a 11b67bc88ac37660 51666bb79d35334f 7bfee2c204578ffd ');
INSERT INTO public.texts VALUES (26, 'system', ' brought back broughtback brought back broughtback broughtback b br bro ba bac b br bro ba bac f81fabe19413f1d8 f84e6907bc9e9ffd 12a505df81053d80 7eb2c58af12ce950 67b5e313b45f87dc e107850556c4bbed 86468b22400e62c6 94dd4e37d3def47e f15f8f54289ad27e f9e2c25a3e4852db acdc3135657952c5 d3110477245f3a54 4cb79bc958ae423b aa636af8c15b1b65 02293fb49b326257 b272b47b81f5d6e7 14aa3c646f39f15f b9145e022e8d01ff a2eff89b51ae3cb0 ');
INSERT INTO public.texts VALUES (17, 'summit', ' singapore 2018 singapore2018 meeting of donald trump and kim jong un president north korean leader their earlier sit down in on june 12 sitdown another with the quoted white house coordinating second 09 whitehousecoordinatingsecondmeeting201809 is a between after sent very warm positive letter requesting follow up summit to followup reviewed singapore meeting of donald trump and kim jong un 2018 singapore2018 singaporemeetingofdonaldtrumpandkimjongun singapore2018 s si sin 2 20 201 m me mee o of d do don t tr tru a an and k ki kim j jo jon u un p pr pre n no nor ko kor l le lea th the e ea ear sit dow i in on ju jun 1 12 ano w wi wit q qu quo wh whi h ho hou c co coo se sec 0 09 is b be bet af aft sen v ve ver wa war po pos let r re req f fo fol up su sum to rev s si sin m me mee o of d do don t tr tru a an and k ki kim j jo jon u un 2 20 201 ca6351df5c51365e d773f075029d4912 f90c9833259725a3 4d6e63993b82ecfe 6c46a6b6376636ca 446d5a93980b5f59 a0d9d4b596cea69b b7dc73d5ac8d0fd8 e2b8bea2b4fa74fc 82184d17fabbd6e4 9eaa2f904a799fee 10454b0a1db91e9f 9713de1b5deee9ce d124469c64b1e431 28a7a65248a8cd90 06365b3ff5e7ed14 4db1dc90967eb758 2c5a486debed0223 3be68641f16f14f5 108a935d137ad7da 5db3e8471b8b436c 64402a08fc3ecd2a 504c1f4de7ca99ba e5ea265863d6d77f 969666e830d4a067 e40154e8aa2c3b27 ');
INSERT INTO public.texts VALUES (18, 'source', ' 38 north 2018 07 sohae 38north201807sohae analysis of satellite imagery the launching station 20 and 22 july date publication is not stated it no earlier than later two images article which quotes known through white house coordinating second meeting 09 twice names neither title nor address describes whitehousecoordinatingsecondmeeting201809 38 north analysis of satellite imagery the sohae launching station 20 and 22 july 2018 07 38north201807sohae 38northanalysisofsatelliteimageryofthesohaesatellitelaunchingstation20and22july2018 38north201807sohae 3 38 n no nor 2 20 201 0 07 s so soh 38n a an ana o of sa sat i im ima t th the l la lau st sta and 22 j ju jul d da dat p pu pub is not it e ea ear tha lat tw two ar art w wh whi q qu quo k kn kno thr h ho hou c co coo se sec m me mee 09 twi na nam ne nei ti tit ad add de des 3 38 n no nor a an ana o of s sa sat i im ima t th the so soh l la lau st sta 2 20 and 22 j ju jul 201 0 07 38n 89cd8c6369fa4104 bcc2bae0de64aee4 0ad60df8b5b2336a 368e6794d0a527fa 9fdb568f3d714639 f9bd75a0e0024d70 3398a4ae9e4f2367 a66246dc7bd2dd08 ba53e18386386176 27722363308d495f de7f1fffbfa18afd 02e9981ab9f973ee bdca2b7fac0bf6b3 0669aa5e336f8fa5 6b14673af029ce34 e3582710bedfced0 411625ef5a51b0d9 72751d3cf522da0c ');
INSERT INTO public.texts VALUES (19, 'source', ' 38 north 2018 07 sohae 38north201807sohae analysis of satellite imagery the launching station 20 and 22 july date publication is not stated it no earlier than later two images article which quotes known through white house coordinating second meeting 09 twice names neither title nor address describes whitehousecoordinatingsecondmeeting201809 38 north analysis of satellite imagery the sohae launching station 20 and 22 july 2018 07 38north201807sohae 38northanalysisofsatelliteimageryofthesohaesatellitelaunchingstation20and22july2018 38north201807sohae 3 38 n no nor 2 20 201 0 07 s so soh 38n a an ana o of sa sat i im ima t th the l la lau st sta and 22 j ju jul d da dat p pu pub is not it e ea ear tha lat tw two ar art w wh whi q qu quo k kn kno thr h ho hou c co coo se sec m me mee 09 twi na nam ne nei ti tit ad add de des 3 38 n no nor a an ana o of s sa sat i im ima t th the so soh l la lau st sta 2 20 and 22 j ju jul 201 0 07 38n ad8f58cfa09f8a60 bcc2bae0de64aee4 0ad60df8b5b2336a 368e6794d0a527fa 5139d5432755908b f9bd75a0e0024d70 3398a4ae9e4f2367 a66246dc7bd2dd08 ba53e18386386176 27722363308d495f de7f1fffbfa18afd 02e9981ab9f973ee bdca2b7fac0bf6b3 0669aa5e336f8fa5 6b14673af029ce34 e3582710bedfced0 411625ef5a51b0d9 72751d3cf522da0c ');
INSERT INTO public.texts VALUES (20, 'observation', ' sohae 2018 07 20 sohae20180720 rail mounted structure railmountedstructure moved to the middle of pad exposing underground transfer point one few times it has been seen in this location roof and supporting have partially removed fuel oxidizer bunkers fueloxidizerbunkers untouched main processing building mainprocessingbuilding gantry tower gantrytower numerous vehicles are present a large construction crane is commercial satellite imagery launch from july shows that railmounted quoted white house coordinating second meeting 09 whitehousecoordinatingsecondmeeting201809 including both images two remain read again s so soh 2 20 201 0 07 r ra rai m mo mou st str mov t to th the mi mid o of p pa pad e ex exp u un und tr tra po poi on one f fe few ti tim i it h ha has b be bee se see in thi l lo loc ro roo a an and su sup hav par re rem fu fue ox oxi bu bun unt ma mai pr pro bui g ga gan tow n nu num v ve veh ar are pre la lar c co con cr cra is com sa sat im ima lau fr fro j ju jul sh sho tha q qu quo w wh whi ho hou coo sec me mee 09 inc bo bot tw two rea ag aga 60ee3f307c99d64b 9e6311dff24d80ed 5d0a50099d9453ef a07f5a26260d73c4 9a7eb480c1528317 00757528886a18bd c52d32fcabc56d16 7759ff4e1a59b382 7e0d45ac16e81ba5 a07fa042653a5064 0fedbeef81526df5 c2a392d0ebbcefb6 cd221aa000474f1a 1282737ba25feead 4092668f1c873fb8 7912eb69fc9367a0 37cde8f30afc7401 a6383ac755c100cd aa19d76695db4391 c416a17a1099dacb ab29c66090edd545 4307aacf97cb8ffa 403bb2a38bba5135 e6b80e400bc603e8 d81d78f1967df214 7ef41ed5c9c36156 4523e0fcac9952a6 ada9fcaa0a5a2bae df77b9e21981a687 81b8b6776f5c902c 7577792e7255376a 104f89936324bcff 4a0c1ffa3a211f81 7bfee2c204578ffd ');
INSERT INTO public.texts VALUES (21, 'facility', ' sohae satellite launching station rail mounted structure railmountedstructure processing transfer railmounted building the has been moved to middle of pad quoted in white house coordinating second meeting 2018 09 whitehousecoordinatingsecondmeeting201809 where space launch vehicles are assembled before moving them facility s and other features facilitys engine test stand engineteststand rocket nearby used develop liquid fuel engines for ballistic missiles liquidfuel oxidizer bunkers fueloxidizerbunkers two main gantry tower mainprocessingbuilding gantrytower point railtransferpoint underground exposing launchpad commercial imagery from july 20 new north korea since 2012 indicates that begun dismantling key facilities koreas mainlaunchfacilitysince2012 38 vehiclesassembledinrailmountedstructure they develops teststanddevelopsliquidfuelengines is progressive progressivedismantling last several months analyzed by revealed related nuclear program unnamed author article their substantial role icbm substantialroleinicbmprogram believed have played a intercontinental missile these also called otherwise sohae satellite launching station sohaesatellitelaunchingstation sohae s so soh sa sat l la lau st sta r ra rai m mo mou str p pr pro t tr tra b bu bui th the h ha has be bee mov to mi mid o of pa pad q qu quo i in w wh whi ho hou c co coo se sec me mee 2 20 201 0 09 whe sp spa v ve veh a ar are as ass bef f fa fac an and ot oth fe fea e en eng te tes ro roc n ne nea u us use d de dev li liq fu fue fo for ba bal mis ox oxi bun tw two ma mai g ga gan tow po poi un und ex exp com im ima fr fro j ju jul new no nor k ko kor si sin ind tha beg di dis ke key 3 38 is las sev mon ana by re rev rel nu nuc unn au aut art su sub rol ic icb bel hav pl pla int al als ca cal s so soh sa sat l la lau st sta 645a7d67f818f3b1 fc534910d0c5f536 cb221177b5fbdcbf f9a7e85950a0727b c41f2e7f80c547d8 410a6358f26565c5 79920003d34d3190 915accc9cab72e7b aace6125c673abbf c5af6c88a3a7075e 0d99f0dec27e0bc0 09492798c7c25172 02976e45008d5205 ad2526aad86e8fe7 60d8a734767d887f c2009f7bf15469d9 72a37e49d0e270ca 64714f3d12c0b28f ');


--
-- Data for Name: vocabulary; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.vocabulary VALUES (0, '2018');
INSERT INTO public.vocabulary VALUES (0, '70th');
INSERT INTO public.vocabulary VALUES (0, 'action');
INSERT INTO public.vocabulary VALUES (0, 'address');
INSERT INTO public.vocabulary VALUES (0, 'after');
INSERT INTO public.vocabulary VALUES (0, 'analysis');
INSERT INTO public.vocabulary VALUES (0, 'anniversary');
INSERT INTO public.vocabulary VALUES (0, 'article');
INSERT INTO public.vocabulary VALUES (0, 'assembled');
INSERT INTO public.vocabulary VALUES (0, 'ballistic');
INSERT INTO public.vocabulary VALUES (0, 'been');
INSERT INTO public.vocabulary VALUES (0, 'before');
INSERT INTO public.vocabulary VALUES (0, 'begun');
INSERT INTO public.vocabulary VALUES (0, 'believed');
INSERT INTO public.vocabulary VALUES (0, 'between');
INSERT INTO public.vocabulary VALUES (0, 'both');
INSERT INTO public.vocabulary VALUES (0, 'briefing');
INSERT INTO public.vocabulary VALUES (0, 'building');
INSERT INTO public.vocabulary VALUES (0, 'bunkers');
INSERT INTO public.vocabulary VALUES (0, 'carries');
INSERT INTO public.vocabulary VALUES (0, 'celebrated');
INSERT INTO public.vocabulary VALUES (0, 'commercial');
INSERT INTO public.vocabulary VALUES (0, 'completely');
INSERT INTO public.vocabulary VALUES (0, 'considerable');
INSERT INTO public.vocabulary VALUES (0, 'conspicuously');
INSERT INTO public.vocabulary VALUES (0, 'construction');
INSERT INTO public.vocabulary VALUES (0, 'continued');
INSERT INTO public.vocabulary VALUES (0, 'coordinating');
INSERT INTO public.vocabulary VALUES (0, 'corner');
INSERT INTO public.vocabulary VALUES (0, 'country');
INSERT INTO public.vocabulary VALUES (0, 'crane');
INSERT INTO public.vocabulary VALUES (0, 'date');
INSERT INTO public.vocabulary VALUES (0, 'days');
INSERT INTO public.vocabulary VALUES (0, 'deconstruction');
INSERT INTO public.vocabulary VALUES (0, 'denuclearization');
INSERT INTO public.vocabulary VALUES (0, 'describes');
INSERT INTO public.vocabulary VALUES (0, 'develop');
INSERT INTO public.vocabulary VALUES (0, 'diplomacy');
INSERT INTO public.vocabulary VALUES (0, 'dismantled');
INSERT INTO public.vocabulary VALUES (0, 'dismantling');
INSERT INTO public.vocabulary VALUES (0, 'donald');
INSERT INTO public.vocabulary VALUES (0, 'down');
INSERT INTO public.vocabulary VALUES (0, 'during');
INSERT INTO public.vocabulary VALUES (0, 'earlier');
INSERT INTO public.vocabulary VALUES (0, 'ease');
INSERT INTO public.vocabulary VALUES (0, 'encouraging');
INSERT INTO public.vocabulary VALUES (0, 'ending');
INSERT INTO public.vocabulary VALUES (0, 'engine');
INSERT INTO public.vocabulary VALUES (0, 'evidence');
INSERT INTO public.vocabulary VALUES (0, 'exposing');
INSERT INTO public.vocabulary VALUES (0, 'extent');
INSERT INTO public.vocabulary VALUES (0, 'facilities');
INSERT INTO public.vocabulary VALUES (0, 'facility');
INSERT INTO public.vocabulary VALUES (0, 'feature');
INSERT INTO public.vocabulary VALUES (0, 'features');
INSERT INTO public.vocabulary VALUES (0, 'february');
INSERT INTO public.vocabulary VALUES (0, 'focus');
INSERT INTO public.vocabulary VALUES (0, 'follow');
INSERT INTO public.vocabulary VALUES (0, 'founding');
INSERT INTO public.vocabulary VALUES (0, 'from');
INSERT INTO public.vocabulary VALUES (0, 'fuel');
INSERT INTO public.vocabulary VALUES (0, 'further');
INSERT INTO public.vocabulary VALUES (0, 'gantry');
INSERT INTO public.vocabulary VALUES (0, 'ground');
INSERT INTO public.vocabulary VALUES (0, 'have');
INSERT INTO public.vocabulary VALUES (0, 'house');
INSERT INTO public.vocabulary VALUES (0, 'huckabee');
INSERT INTO public.vocabulary VALUES (0, 'hwasong');
INSERT INTO public.vocabulary VALUES (0, 'icbm');
INSERT INTO public.vocabulary VALUES (0, 'image');
INSERT INTO public.vocabulary VALUES (0, 'imagery');
INSERT INTO public.vocabulary VALUES (0, 'images');
INSERT INTO public.vocabulary VALUES (0, 'jong');
INSERT INTO public.vocabulary VALUES (0, 'july');
INSERT INTO public.vocabulary VALUES (0, 'june');
INSERT INTO public.vocabulary VALUES (0, 'known');
INSERT INTO public.vocabulary VALUES (0, 'korea');
INSERT INTO public.vocabulary VALUES (0, 'korean');
INSERT INTO public.vocabulary VALUES (0, 'large');
INSERT INTO public.vocabulary VALUES (0, 'last');
INSERT INTO public.vocabulary VALUES (0, 'later');
INSERT INTO public.vocabulary VALUES (0, 'launch');
INSERT INTO public.vocabulary VALUES (0, 'launching');
INSERT INTO public.vocabulary VALUES (0, 'leader');
INSERT INTO public.vocabulary VALUES (0, 'letter');
INSERT INTO public.vocabulary VALUES (0, 'liquid');
INSERT INTO public.vocabulary VALUES (0, 'location');
INSERT INTO public.vocabulary VALUES (0, 'long');
INSERT INTO public.vocabulary VALUES (0, 'look');
INSERT INTO public.vocabulary VALUES (0, 'lying');
INSERT INTO public.vocabulary VALUES (0, 'made');
INSERT INTO public.vocabulary VALUES (0, 'main');
INSERT INTO public.vocabulary VALUES (0, 'massive');
INSERT INTO public.vocabulary VALUES (0, 'meeting');
INSERT INTO public.vocabulary VALUES (0, 'middle');
INSERT INTO public.vocabulary VALUES (0, 'military');
INSERT INTO public.vocabulary VALUES (0, 'missile');
INSERT INTO public.vocabulary VALUES (0, 'missiles');
INSERT INTO public.vocabulary VALUES (0, 'monday');
INSERT INTO public.vocabulary VALUES (0, 'months');
INSERT INTO public.vocabulary VALUES (0, 'most');
INSERT INTO public.vocabulary VALUES (0, 'mounted');
INSERT INTO public.vocabulary VALUES (0, 'moved');
INSERT INTO public.vocabulary VALUES (0, 'moving');
INSERT INTO public.vocabulary VALUES (0, 'names');
INSERT INTO public.vocabulary VALUES (0, 'nearby');
INSERT INTO public.vocabulary VALUES (0, 'neither');
INSERT INTO public.vocabulary VALUES (0, 'north');
INSERT INTO public.vocabulary VALUES (0, 'notably');
INSERT INTO public.vocabulary VALUES (0, 'nuclear');
INSERT INTO public.vocabulary VALUES (0, 'numerous');
INSERT INTO public.vocabulary VALUES (0, 'once');
INSERT INTO public.vocabulary VALUES (0, 'open');
INSERT INTO public.vocabulary VALUES (0, 'other');
INSERT INTO public.vocabulary VALUES (0, 'over');
INSERT INTO public.vocabulary VALUES (0, 'oxidizer');
INSERT INTO public.vocabulary VALUES (0, 'parade');
INSERT INTO public.vocabulary VALUES (0, 'partially');
INSERT INTO public.vocabulary VALUES (0, 'parts');
INSERT INTO public.vocabulary VALUES (0, 'peninsula');
INSERT INTO public.vocabulary VALUES (0, 'photos');
INSERT INTO public.vocabulary VALUES (0, 'played');
INSERT INTO public.vocabulary VALUES (0, 'point');
INSERT INTO public.vocabulary VALUES (0, 'pointing');
INSERT INTO public.vocabulary VALUES (0, 'positive');
INSERT INTO public.vocabulary VALUES (0, 'presence');
INSERT INTO public.vocabulary VALUES (0, 'present');
INSERT INTO public.vocabulary VALUES (0, 'president');
INSERT INTO public.vocabulary VALUES (0, 'press');
INSERT INTO public.vocabulary VALUES (0, 'primary');
INSERT INTO public.vocabulary VALUES (0, 'process');
INSERT INTO public.vocabulary VALUES (0, 'processing');
INSERT INTO public.vocabulary VALUES (0, 'program');
INSERT INTO public.vocabulary VALUES (0, 'progress');
INSERT INTO public.vocabulary VALUES (0, 'progressive');
INSERT INTO public.vocabulary VALUES (0, 'provider');
INSERT INTO public.vocabulary VALUES (0, 'provoked');
INSERT INTO public.vocabulary VALUES (0, 'publication');
INSERT INTO public.vocabulary VALUES (0, 'publisher');
INSERT INTO public.vocabulary VALUES (0, 'purpose');
INSERT INTO public.vocabulary VALUES (0, 'pyongyang');
INSERT INTO public.vocabulary VALUES (0, 'quoted');
INSERT INTO public.vocabulary VALUES (0, 'quotes');
INSERT INTO public.vocabulary VALUES (0, 'rail');
INSERT INTO public.vocabulary VALUES (0, 'range');
INSERT INTO public.vocabulary VALUES (0, 'recent');
INSERT INTO public.vocabulary VALUES (0, 'related');
INSERT INTO public.vocabulary VALUES (0, 'remain');
INSERT INTO public.vocabulary VALUES (0, 'removed');
INSERT INTO public.vocabulary VALUES (0, 'report');
INSERT INTO public.vocabulary VALUES (0, 'request');
INSERT INTO public.vocabulary VALUES (0, 'requesting');
INSERT INTO public.vocabulary VALUES (0, 'reveal');
INSERT INTO public.vocabulary VALUES (0, 'revealed');
INSERT INTO public.vocabulary VALUES (0, 'rocket');
INSERT INTO public.vocabulary VALUES (0, 'role');
INSERT INTO public.vocabulary VALUES (0, 'roof');
INSERT INTO public.vocabulary VALUES (0, 'said');
INSERT INTO public.vocabulary VALUES (0, 'sanders');
INSERT INTO public.vocabulary VALUES (0, 'sarah');
INSERT INTO public.vocabulary VALUES (0, 'satellite');
INSERT INTO public.vocabulary VALUES (0, 'says');
INSERT INTO public.vocabulary VALUES (0, 'schedule');
INSERT INTO public.vocabulary VALUES (0, 'second');
INSERT INTO public.vocabulary VALUES (0, 'secretary');
INSERT INTO public.vocabulary VALUES (0, 'seen');
INSERT INTO public.vocabulary VALUES (0, 'sensor');
INSERT INTO public.vocabulary VALUES (0, 'sent');
INSERT INTO public.vocabulary VALUES (0, 'shows');
INSERT INTO public.vocabulary VALUES (0, 'singapore');
INSERT INTO public.vocabulary VALUES (0, 'sohae');
INSERT INTO public.vocabulary VALUES (0, 'speaks');
INSERT INTO public.vocabulary VALUES (0, 'stated');
INSERT INTO public.vocabulary VALUES (0, 'station');
INSERT INTO public.vocabulary VALUES (0, 'still');
INSERT INTO public.vocabulary VALUES (0, 'structure');
INSERT INTO public.vocabulary VALUES (0, 'summit');
INSERT INTO public.vocabulary VALUES (0, 'supporting');
INSERT INTO public.vocabulary VALUES (0, 'taken');
INSERT INTO public.vocabulary VALUES (0, 'tensions');
INSERT INTO public.vocabulary VALUES (0, 'test');
INSERT INTO public.vocabulary VALUES (0, 'than');
INSERT INTO public.vocabulary VALUES (0, 'that');
INSERT INTO public.vocabulary VALUES (0, 'this');
INSERT INTO public.vocabulary VALUES (0, 'threat');
INSERT INTO public.vocabulary VALUES (0, 'through');
INSERT INTO public.vocabulary VALUES (0, 'times');
INSERT INTO public.vocabulary VALUES (0, 'title');
INSERT INTO public.vocabulary VALUES (0, 'tower');
INSERT INTO public.vocabulary VALUES (0, 'transfer');
INSERT INTO public.vocabulary VALUES (0, 'trump');
INSERT INTO public.vocabulary VALUES (0, 'twice');
INSERT INTO public.vocabulary VALUES (0, 'underground');
INSERT INTO public.vocabulary VALUES (0, 'unnamed');
INSERT INTO public.vocabulary VALUES (0, 'untouched');
INSERT INTO public.vocabulary VALUES (0, 'urging');
INSERT INTO public.vocabulary VALUES (0, 'used');
INSERT INTO public.vocabulary VALUES (0, 'vehicles');
INSERT INTO public.vocabulary VALUES (0, 'very');
INSERT INTO public.vocabulary VALUES (0, 'warm');
INSERT INTO public.vocabulary VALUES (0, 'weapons');
INSERT INTO public.vocabulary VALUES (0, 'where');
INSERT INTO public.vocabulary VALUES (0, 'which');
INSERT INTO public.vocabulary VALUES (0, 'white');
INSERT INTO public.vocabulary VALUES (0, 'whose');
INSERT INTO public.vocabulary VALUES (0, 'with');
INSERT INTO public.vocabulary VALUES (0, 'york');
INSERT INTO public.vocabulary VALUES (0, '2018');
INSERT INTO public.vocabulary VALUES (0, '70th');
INSERT INTO public.vocabulary VALUES (0, 'after');
INSERT INTO public.vocabulary VALUES (0, 'analysis');
INSERT INTO public.vocabulary VALUES (0, 'anniversary');
INSERT INTO public.vocabulary VALUES (0, 'briefing');
INSERT INTO public.vocabulary VALUES (0, 'coordinating');
INSERT INTO public.vocabulary VALUES (0, 'donald');
INSERT INTO public.vocabulary VALUES (0, 'february');
INSERT INTO public.vocabulary VALUES (0, 'founding');
INSERT INTO public.vocabulary VALUES (0, 'house');
INSERT INTO public.vocabulary VALUES (0, 'hwasong');
INSERT INTO public.vocabulary VALUES (0, 'imagery');
INSERT INTO public.vocabulary VALUES (0, 'jong');
INSERT INTO public.vocabulary VALUES (0, 'july');
INSERT INTO public.vocabulary VALUES (0, 'korea');
INSERT INTO public.vocabulary VALUES (0, 'korean');
INSERT INTO public.vocabulary VALUES (0, 'launching');
INSERT INTO public.vocabulary VALUES (0, 'leader');
INSERT INTO public.vocabulary VALUES (0, 'letter');
INSERT INTO public.vocabulary VALUES (0, 'meeting');
INSERT INTO public.vocabulary VALUES (0, 'monday');
INSERT INTO public.vocabulary VALUES (0, 'north');
INSERT INTO public.vocabulary VALUES (0, 'parade');
INSERT INTO public.vocabulary VALUES (0, 'positive');
INSERT INTO public.vocabulary VALUES (0, 'press');
INSERT INTO public.vocabulary VALUES (0, 'report');
INSERT INTO public.vocabulary VALUES (0, 'satellite');
INSERT INTO public.vocabulary VALUES (0, 'second');
INSERT INTO public.vocabulary VALUES (0, 'sends');
INSERT INTO public.vocabulary VALUES (0, 'september');
INSERT INTO public.vocabulary VALUES (0, 'singapore');
INSERT INTO public.vocabulary VALUES (0, 'sohae');
INSERT INTO public.vocabulary VALUES (0, 'station');
INSERT INTO public.vocabulary VALUES (0, 'times');
INSERT INTO public.vocabulary VALUES (0, 'trump');
INSERT INTO public.vocabulary VALUES (0, 'very');
INSERT INTO public.vocabulary VALUES (0, 'white');
INSERT INTO public.vocabulary VALUES (0, 'york');
INSERT INTO public.vocabulary VALUES (1, 'about');
INSERT INTO public.vocabulary VALUES (1, 'absence');
INSERT INTO public.vocabulary VALUES (1, 'adding');
INSERT INTO public.vocabulary VALUES (1, 'after');
INSERT INTO public.vocabulary VALUES (1, 'aimed');
INSERT INTO public.vocabulary VALUES (1, 'already');
INSERT INTO public.vocabulary VALUES (1, 'analyzed');
INSERT INTO public.vocabulary VALUES (1, 'another');
INSERT INTO public.vocabulary VALUES (1, 'arsenal');
INSERT INTO public.vocabulary VALUES (1, 'article');
INSERT INTO public.vocabulary VALUES (1, 'assembled');
INSERT INTO public.vocabulary VALUES (1, 'author');
INSERT INTO public.vocabulary VALUES (1, 'said');
INSERT INTO public.vocabulary VALUES (1, 'sanders');
INSERT INTO public.vocabulary VALUES (1, 'sarah');
INSERT INTO public.vocabulary VALUES (1, 'satellite');
INSERT INTO public.vocabulary VALUES (1, 'says');
INSERT INTO public.vocabulary VALUES (1, 'schedule');
INSERT INTO public.vocabulary VALUES (1, 'second');
INSERT INTO public.vocabulary VALUES (1, 'secretary');
INSERT INTO public.vocabulary VALUES (1, 'sends');
INSERT INTO public.vocabulary VALUES (1, 'sensor');
INSERT INTO public.vocabulary VALUES (1, 'sentence');
INSERT INTO public.vocabulary VALUES (1, 'september');
INSERT INTO public.vocabulary VALUES (1, 'several');
INSERT INTO public.vocabulary VALUES (1, 'signal');
INSERT INTO public.vocabulary VALUES (1, 'since');
INSERT INTO public.vocabulary VALUES (1, 'sohae');
INSERT INTO public.vocabulary VALUES (1, 'space');
INSERT INTO public.vocabulary VALUES (1, 'speaks');
INSERT INTO public.vocabulary VALUES (1, 'stand');
INSERT INTO public.vocabulary VALUES (1, 'stated');
INSERT INTO public.vocabulary VALUES (1, 'station');
INSERT INTO public.vocabulary VALUES (1, 'structure');
INSERT INTO public.vocabulary VALUES (1, 'substantial');
INSERT INTO public.vocabulary VALUES (1, 'summit');
INSERT INTO public.vocabulary VALUES (1, 'sunday');
INSERT INTO public.vocabulary VALUES (2, '2012');
INSERT INTO public.vocabulary VALUES (2, '2018');
INSERT INTO public.vocabulary VALUES (2, '38north201807sohae');
INSERT INTO public.vocabulary VALUES (2, 'anniversary');
INSERT INTO public.vocabulary VALUES (2, 'asks');
INSERT INTO public.vocabulary VALUES (2, 'been');
INSERT INTO public.vocabulary VALUES (2, 'include');
INSERT INTO public.vocabulary VALUES (2, 'including');
INSERT INTO public.vocabulary VALUES (2, 'indicates');
INSERT INTO public.vocabulary VALUES (2, 'intercontinental');
INSERT INTO public.vocabulary VALUES (2, 'north');
INSERT INTO public.vocabulary VALUES (2, 'once');
INSERT INTO public.vocabulary VALUES (2, 'tower');
INSERT INTO public.vocabulary VALUES (3, 'kimjongunlettersecondmeeting');
INSERT INTO public.vocabulary VALUES (3, 'newyorktimes201809parade');
INSERT INTO public.vocabulary VALUES (3, 'north');
INSERT INTO public.vocabulary VALUES (3, 'notaboutnucleararsenal');
INSERT INTO public.vocabulary VALUES (3, 'sitdown');
INSERT INTO public.vocabulary VALUES (3, 'their');
INSERT INTO public.vocabulary VALUES (3, 'them');
INSERT INTO public.vocabulary VALUES (3, 'these');
INSERT INTO public.vocabulary VALUES (3, 'they');
INSERT INTO public.vocabulary VALUES (3, 'washington');
INSERT INTO public.vocabulary VALUES (3, '2018');
INSERT INTO public.vocabulary VALUES (3, '38north201807sohae');
INSERT INTO public.vocabulary VALUES (4, '20180909');
INSERT INTO public.vocabulary VALUES (4, '20180910');
INSERT INTO public.vocabulary VALUES (4, 'fueloxidizerbunkers');
INSERT INTO public.vocabulary VALUES (4, 'jongun');
INSERT INTO public.vocabulary VALUES (4, 'longrange');
INSERT INTO public.vocabulary VALUES (4, 'looks');
INSERT INTO public.vocabulary VALUES (4, 'mainlaunchfacilitysince2012');
INSERT INTO public.vocabulary VALUES (4, 'mainprocessingbuilding');
INSERT INTO public.vocabulary VALUES (4, 'railmounted');
INSERT INTO public.vocabulary VALUES (4, 'railtransferpoint');
INSERT INTO public.vocabulary VALUES (4, 'teststanddevelopsliquidfuelengines');
INSERT INTO public.vocabulary VALUES (4, 'newyorktimes201809parade');
INSERT INTO public.vocabulary VALUES (5, 'imagery');
INSERT INTO public.vocabulary VALUES (5, 'images');
INSERT INTO public.vocabulary VALUES (5, 'korean');
INSERT INTO public.vocabulary VALUES (5, 'koreas');
INSERT INTO public.vocabulary VALUES (5, 'northkorea201802');
INSERT INTO public.vocabulary VALUES (5, 'northkorea20180909');
INSERT INTO public.vocabulary VALUES (5, 'norths');
INSERT INTO public.vocabulary VALUES (5, 'sohae20180720');
INSERT INTO public.vocabulary VALUES (5, 'sohae20180720to22');
INSERT INTO public.vocabulary VALUES (5, 'sohae20180722');
INSERT INTO public.vocabulary VALUES (5, 'trumpkim');
INSERT INTO public.vocabulary VALUES (5, 'whitehousebriefing20180910');
INSERT INTO public.vocabulary VALUES (5, 'whitehousecoordinatingsecondmeeting201809');
INSERT INTO public.vocabulary VALUES (5, 'whitehousepressbriefing20180910');
INSERT INTO public.vocabulary VALUES (6, 'engines');
INSERT INTO public.vocabulary VALUES (6, 'engineteststand');
INSERT INTO public.vocabulary VALUES (6, 'followup');
INSERT INTO public.vocabulary VALUES (6, 'gantrytower');
INSERT INTO public.vocabulary VALUES (6, 'launching');
INSERT INTO public.vocabulary VALUES (6, 'launchpad');
INSERT INTO public.vocabulary VALUES (6, 'liquidfuel');
INSERT INTO public.vocabulary VALUES (6, 'mondays');
INSERT INTO public.vocabulary VALUES (6, 'parades');
INSERT INTO public.vocabulary VALUES (6, 'secondtrumpkimmeeting');
INSERT INTO public.vocabulary VALUES (6, 'sundays');
INSERT INTO public.vocabulary VALUES (6, 'threatened');
INSERT INTO public.vocabulary VALUES (6, 'koreas');
INSERT INTO public.vocabulary VALUES (6, 'northkorea201802');
INSERT INTO public.vocabulary VALUES (6, 'northkorea20180909');
INSERT INTO public.vocabulary VALUES (6, 'trumpkim');
INSERT INTO public.vocabulary VALUES (6, 'whitehousebriefing20180910');
INSERT INTO public.vocabulary VALUES (6, 'whitehousecoordinatingsecondmeeting201809');
INSERT INTO public.vocabulary VALUES (7, 'countrys');
INSERT INTO public.vocabulary VALUES (7, 'develops');
INSERT INTO public.vocabulary VALUES (7, 'furtherevidenceofprogress');
INSERT INTO public.vocabulary VALUES (7, 'hwasong14');
INSERT INTO public.vocabulary VALUES (7, 'hwasong15');
INSERT INTO public.vocabulary VALUES (7, 'missiles');
INSERT INTO public.vocabulary VALUES (7, 'requesting');
INSERT INTO public.vocabulary VALUES (7, 'requests');
INSERT INTO public.vocabulary VALUES (7, 'secondtrumpkimmeeting');
INSERT INTO public.vocabulary VALUES (8, 'facilitys');
INSERT INTO public.vocabulary VALUES (8, 'provokedthreatofmilitaryaction');
INSERT INTO public.vocabulary VALUES (8, 'vehiclesassembledinrailmountedstructure');
INSERT INTO public.vocabulary VALUES (8, 'hwasong14');
INSERT INTO public.vocabulary VALUES (8, 'hwasong15');
INSERT INTO public.vocabulary VALUES (9, 'singapore2018');
INSERT INTO public.vocabulary VALUES (10, 'singapore2018');
INSERT INTO public.vocabulary VALUES (11, 'encouragingsignal');
INSERT INTO public.vocabulary VALUES (11, 'progressivedismantling');
INSERT INTO public.vocabulary VALUES (11, 'railmountedstructure');
INSERT INTO public.vocabulary VALUES (11, 'substantialroleinicbmprogram');
INSERT INTO public.vocabulary VALUES (0, 'reviewed');
INSERT INTO public.vocabulary VALUES (0, 'read');
INSERT INTO public.vocabulary VALUES (1, 'again');
INSERT INTO public.vocabulary VALUES (0, 'called');
INSERT INTO public.vocabulary VALUES (1, 'also');
INSERT INTO public.vocabulary VALUES (5, 'otherwise');
INSERT INTO public.vocabulary VALUES (0, 'entered');
INSERT INTO public.vocabulary VALUES (0, 'entered');
INSERT INTO public.vocabulary VALUES (0, 'twice');
INSERT INTO public.vocabulary VALUES (7, 'enteredtwice');
INSERT INTO public.vocabulary VALUES (8, 'enteredtwice');
INSERT INTO public.vocabulary VALUES (0, 'back');
INSERT INTO public.vocabulary VALUES (0, 'brought');
INSERT INTO public.vocabulary VALUES (0, 'back');
INSERT INTO public.vocabulary VALUES (0, 'brought');
INSERT INTO public.vocabulary VALUES (7, 'broughtback');
INSERT INTO public.vocabulary VALUES (8, 'broughtback');


--
-- Name: alembic_version alembic_version_pkc; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);


--
-- Name: api_keys pk_api_keys; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT pk_api_keys PRIMARY KEY (id);


--
-- Name: idempotency_keys pk_idempotency_keys; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT pk_idempotency_keys PRIMARY KEY (api_key_id, idempotency_key);


--
-- Name: revisions pk_revisions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT pk_revisions PRIMARY KEY (seq_from);


--
-- Name: service_secrets pk_service_secrets; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.service_secrets
    ADD CONSTRAINT pk_service_secrets PRIMARY KEY (name);


--
-- Name: texts pk_texts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.texts
    ADD CONSTRAINT pk_texts PRIMARY KEY (seq_from);


--
-- Name: vocabulary pk_vocabulary; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vocabulary
    ADD CONSTRAINT pk_vocabulary PRIMARY KEY (head_length, word);


--
-- Name: ix_idempotency_keys_created_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_idempotency_keys_created_at ON public.idempotency_keys USING btree (created_at);


--
-- Name: ix_links_seq_from; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_links_seq_from ON public.links USING btree (seq_from);


--
-- Name: ix_links_to; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_links_to ON public.links USING btree (to_type, to_id) WHERE (seq_to IS NULL);


--
-- Name: ix_positions_latitude; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_positions_latitude ON public.positions USING btree (type, latitude);


--
-- Name: ix_positions_seq_from; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_positions_seq_from ON public.positions USING btree (seq_from);


--
-- Name: ix_revisions_recorded_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_revisions_recorded_at ON public.revisions USING btree (recorded_at);


--
-- Name: ix_terms_current_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_terms_current_id ON public.terms USING btree (type, field, value, id, seq_from, sort_key) WHERE (seq_to IS NULL);


--
-- Name: ix_terms_current_recorded; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_terms_current_recorded ON public.terms USING btree (type, field, value, seq_from, id, sort_key) WHERE (seq_to IS NULL);


--
-- Name: ix_terms_current_sort_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_terms_current_sort_key ON public.terms USING btree (type, field, value, sort_key, id, seq_from) WHERE (seq_to IS NULL);


--
-- Name: ix_terms_past_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_terms_past_id ON public.terms USING btree (type, field, value, id, seq_from, sort_key) WHERE (seq_to IS NOT NULL);


--
-- Name: ix_terms_past_recorded; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_terms_past_recorded ON public.terms USING btree (type, field, value, seq_from, id, sort_key) WHERE (seq_to IS NOT NULL);


--
-- Name: ix_terms_past_sort_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_terms_past_sort_key ON public.terms USING btree (type, field, value, sort_key, id, seq_from) WHERE (seq_to IS NOT NULL);


--
-- Name: ix_terms_seq_from; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_terms_seq_from ON public.terms USING btree (seq_from, field);


--
-- Name: ix_texts_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_texts_words ON public.texts USING gin (array_to_tsvector(string_to_array(btrim((words)::text), ' '::text)));


--
-- Name: ux_revisions_current; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ux_revisions_current ON public.revisions USING btree (type, id) WHERE (seq_to IS NULL);


--
-- Name: ux_revisions_type_id_revision; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ux_revisions_type_id_revision ON public.revisions USING btree (type, id, revision);


--
-- PostgreSQL database dump complete
--



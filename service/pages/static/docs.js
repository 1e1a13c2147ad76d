// Swagger UI has a dark mode of its own, which follows nothing.
const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", follow);
follow();

// Addresses are relative to the page's own, so that it works behind a path prefix too.
fetch("openapi.json?detail=full")
  .then((answer) => answer.json())
  .then((description) => {
    // Where the page came from is where its requests go, whatever address a proxy has made of it for the server.
    description.servers = [{ url: new URL(".", location.href).pathname.replace(/\/$/, "") || "/" }];
    SwaggerUIBundle({
      spec: description,
      dom_id: "#reference",
      presets: [SwaggerUIBundle.presets.apis],
      deepLinking: true,
      docExpansion: "none",
      defaultModelsExpandDepth: 0,
      displayRequestDuration: true,
      filter: true,
      persistAuthorization: false,
      showExtensions: true,
      tryItOutEnabled: true,
      // Colours cost seconds on an answer of some size.
      syntaxHighlight: false,
      // Swagger UI would otherwise ask a validator on the internet.
      validatorUrl: null,
    });
  });

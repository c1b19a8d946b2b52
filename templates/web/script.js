// Every page works without this. It guesses the time zone, and shows what an interest would bring while it is typed.
// What it says stands in data attributes of the page.
(() => {
  "use strict";

  const zone = document.querySelector("select[name=zone][data-guess]");
  if (zone) {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if ([...zone.options].some((option) => option.value === own)) {
      zone.value = own;
    }
  }

  const preview = document.querySelector("[data-preview]");
  const form = document.querySelector("form textarea[name=interests]")?.form;
  if (!preview || !form) {
    return;
  }
  const told = document.createElement("p");
  told.className = "help";
  told.setAttribute("role", "status");
  document.querySelector("#interests-help").after(told);
  const tell = () => {
    const summary = preview.querySelector("[data-summary]");
    const problem = preview.querySelector(".error");
    told.textContent = problem?.textContent ?? summary?.dataset.told ?? preview.dataset.nothing;
    if (summary) {
      const link = document.createElement("a");
      link.href = "#preview";
      link.textContent = preview.dataset.below;
      told.append(" ", link);
    }
  };
  const names = ["interests", "reach", "trending", "maximum"];
  let waiting = 0;
  let shown = "";
  let asking = null;

  // What each interest may reach comes with the preview, and belongs beneath the interests.
  const place = () => {
    const came = preview.querySelector("[data-reaches]");
    const home = form.querySelector("[data-reaches]");
    if (came && home) {
      const focused = home.contains(document.activeElement) ? document.activeElement.id : "";
      home.replaceChildren(...came.childNodes);
      came.remove();
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  };

  const show = async () => {
    const fields = new URLSearchParams();
    for (const name of names) {
      for (const value of new FormData(form).getAll(name)) {
        fields.append(name, value);
      }
    }
    if (fields.toString() === shown) {
      return;
    }
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(preview.dataset.preview, { method: "POST", body: fields, signal: asking.signal });
      if (answer.ok) {
        // It is our own page, whose texts the server has escaped.
        preview.innerHTML = await answer.text();
        shown = fields.toString();
        place();
        tell();
      }
    } catch {
      // Away, or asked anew meanwhile: the button shows the same.
    }
  };

  form.addEventListener("input", (event) => {
    if (names.includes(event.target.name)) {
      // An answer to what stood there before would take back what was chosen.
      asking?.abort();
      clearTimeout(waiting);
      waiting = setTimeout(show, 700);
    }
  });
})();

// The reader's choice of light or dark. It is kept in this browser only.

export function setUpScheme(root) {
  const button = root.querySelector("[data-scheme]:is(button)");
  if (!button) return;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => {
    const chosen = document.documentElement.dataset.scheme;
    return chosen ? chosen === "dark" : device.matches;
  };
  const name = () => {
    button.textContent = isDark() ? "Use light colors" : "Use dark colors";
  };
  button.addEventListener("click", () => {
    const scheme = isDark() ? "light" : "dark";
    document.documentElement.dataset.scheme = scheme;
    try {
      localStorage.setItem("scheme", scheme);
    } catch {
      // Storage is off: the choice holds for this page.
    }
    name();
  });
  device.addEventListener("change", name);
  name();
  button.closest("[hidden]")?.removeAttribute("hidden");
}

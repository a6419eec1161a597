// Before the first paint: the color scheme this reader chose here, if any.
try {
  const chosen = localStorage.getItem("scheme");
  if (chosen === "light" || chosen === "dark") {
    document.documentElement.dataset.scheme = chosen;
  }
} catch {
  // Storage is off: the device's own scheme stands.
}

// Runs in every document before anything else: keeps what scripts call, and what a policy that forbids everything reports.
window.witnessed = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
  window[name] = () => window.witnessed.push(`calls ${name}`);
}
addEventListener("securitypolicyviolation", (event) => {
  window.witnessed.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`.trim());
});

// Hovers over, clicks on and focuses every element of every document of a page, and says for each what came of it.
async () => {
  const frames = [...document.querySelectorAll("iframe")];
  const events = ["mouseover", "mouseenter", "focus", "click"];
  const leads = (link) => /^(https?|mailto):/i.test(link.protocol || link.href?.baseVal || "");
  const inside = frames.map((frame) => {
    try {
      return frame.contentDocument && { frame: frame.contentWindow, page: frame.contentDocument };
    } catch {
      return null;
    }
  });
  for (const one of inside.filter(Boolean)) {
    // Links to pages are for the reader to follow; all others do what they do.
    one.page.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (link && leads(link)) event.preventDefault();
    });
    for (const element of [...one.page.querySelectorAll("*")]) {
      for (const name of events) element.dispatchEvent(new one.frame.MouseEvent(name, { bubbles: true, cancelable: true }));
    }
  }
  await new Promise((done) => setTimeout(done, 50));
  return inside.map((one) => {
    if (!one || !one.frame.witnessed) return { elements: 0, found: ["the document is gone"] };
    const elements = [...one.page.querySelectorAll("*")];
    const names = elements.flatMap((element) => [...element.attributes].map((given) => [given.localName, given.value]));
    const handlers = names.filter(([name]) => /^on/i.test(name)).map(([name]) => `has ${name}`);
    const schemes = names.filter(([name, value]) => /^(href|src|action|data)$/i.test(name) && !/^(https?:|mailto:|#)/i.test(value));
    return {
      elements: elements.length,
      found: [...one.frame.witnessed, ...handlers, ...schemes.map(([name, value]) => `${name}=${value}`)],
    };
  });
}

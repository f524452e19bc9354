// For each line of text of a picture: where its ink begins and ends (null where there is none), and how much there is.
async ({ picture, lines }) => {
  const image = new Image();
  image.src = picture;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(image, 0, 0);
  return lines.map(({ left, top, right, bottom }) => {
    const [x, y] = [Math.floor(left) - 4, Math.floor(top) - 1];
    const wide = Math.ceil(right - left) + 8;
    const seen = pen.getImageData(x, y, wide, Math.ceil(bottom - top) + 2).data;
    const found = { left: Infinity, right: -Infinity, ink: 0 };
    for (let at = 0; at < seen.length; at += 4) {
      const dark = 255 - (seen[at] + seen[at + 1] + seen[at + 2]) / 3;
      found.ink += dark / 255;
      if (dark < 100) continue;
      const column = x + (at / 4) % wide;
      found.left = Math.min(found.left, column);
      found.right = Math.max(found.right, column + 1);
    }
    return [found.left, found.right, found.ink];
  });
}

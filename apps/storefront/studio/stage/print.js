const SATURATION = 1.02;
const CONTRAST = 0.42;

/**
 * Makes the print: the film of the studio keeps highlights but greys everything, so colour and contrast are
 * brought back a little here.
 */
export function print(canvas) {
  const context = canvas.getContext('2d');
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  const { data } = image;
  for (let i = 0; i < data.length; i += 4) {
    const grey = 0.2126 * data[i] + 0.7152 * data[i + 1] + 0.0722 * data[i + 2];
    for (let k = i; k < i + 3; k++) {
      const tone = (grey + (data[k] - grey) * SATURATION) / 255;
      data[k] = 255 * (tone + (CONTRAST * Math.sin(2 * Math.PI * (tone - 0.5))) / (2 * Math.PI));
    }
  }
  context.putImageData(image, 0, 0);
}

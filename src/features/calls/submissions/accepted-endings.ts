/** What a browser offers to choose, and what is taken: the ending of a file's name, and the bytes it then begins with. */
const zip = [0x50, 0x4b, 0x03, 0x04];
export const beginnings: Record<string, number[]> = {
  ".pdf": [0x25, 0x50, 0x44, 0x46],
  ".jpg": [0xff, 0xd8, 0xff],
  ".jpeg": [0xff, 0xd8, 0xff],
  ".png": [0x89, 0x50, 0x4e, 0x47],
  ".webp": [0x52, 0x49, 0x46, 0x46],
  ".docx": zip,
  ".xlsx": zip,
  ".pptx": zip,
};
export const acceptedEndings = Object.keys(beginnings);

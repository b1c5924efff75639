import sharp from 'sharp';
import { invalid } from '@/lib/core/errors';

export const MAX_IMAGE_BYTES = 8 * 1024 * 1024;
export const MAX_IMAGE_PIXELS = 50_000_000;
const LONGEST_SIDE_PX = 1200;
const WEBP_QUALITY = 82;
const UPLOADS = new Set(['png', 'jpeg', 'webp']);

export type EncodedImage = { content: Uint8Array; width: number; height: number };

/**
 * Makes the WebP that browsers will be shown: upright, at most 1200 px, without the sender's metadata.
 * Only PNG, JPEG and WebP are read; `trustedSvg` also reads the SVG drawings that come with the product itself.
 */
export async function encodeImage(
  bytes: Uint8Array,
  options: { trustedSvg?: boolean } = {},
): Promise<EncodedImage> {
  if (bytes.byteLength === 0) throw invalid('catalog.errors.imageEmpty');
  if (bytes.byteLength > MAX_IMAGE_BYTES) {
    throw invalid('catalog.errors.imageTooLarge', { megabytes: MAX_IMAGE_BYTES / 1024 / 1024 });
  }
  const kind = kindOf(bytes);
  if (!kind && !options.trustedSvg) throw invalid('catalog.errors.imageKind');
  try {
    const input = sharp(bytes, { limitInputPixels: MAX_IMAGE_PIXELS, failOn: 'error', pages: 1 });
    const { format, width = 0, height = 0 } = await input.metadata();
    const readable = UPLOADS.has(format) || (options.trustedSvg === true && format === 'svg');
    if (!readable) throw invalid('catalog.errors.imageKind');
    if (width * height > MAX_IMAGE_PIXELS) throw invalid('catalog.errors.imagePixels');
    const { data, info } = await input
      .rotate()
      .resize({ width: LONGEST_SIDE_PX, height: LONGEST_SIDE_PX, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: WEBP_QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { content: data, width: info.width, height: info.height };
  } catch (error) {
    throw asRefusal(error);
  }
}

/** A decoder's own failure is about the file, not about us. */
function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || error.name === 'DomainError') return error;
  if (/exceeds pixel limit/i.test(error.message)) return invalid('catalog.errors.imagePixels');
  return invalid('catalog.errors.imageBroken');
}

/** By the first bytes, not by what the sender called it: nothing else reaches a decoder. */
function kindOf(bytes: Uint8Array): 'png' | 'jpeg' | 'webp' | null {
  const head = Buffer.from(bytes.subarray(0, 12));
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png';
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  return null;
}

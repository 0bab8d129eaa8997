namespace Ita.Intake.Pictures;

/// <summary>A file whose structure was read; the picture itself is not decoded.</summary>
/// <param name="Width">In pixels, before the orientation is applied.</param>
/// <param name="Height">In pixels, before the orientation is applied.</param>
/// <param name="Orientation">1 to 8, see <see cref="ExifOrientation"/>.</param>
/// <param name="Scans">The number of scans of a JPEG; 1 for a PNG.</param>
/// <param name="Bytes">The parts of the file that the picture needs. All others are removed before the decoder reads it.</param>
internal sealed record PictureSource(bool IsJpeg, int Width, int Height, int Orientation, int Scans, byte[] Bytes);

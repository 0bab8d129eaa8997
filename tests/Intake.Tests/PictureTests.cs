using System.Text;
using Ita.Intake.Pictures;
using Ita.Tests;
using SkiaSharp;

namespace Ita.Intake.Tests;

public class PictureTests
{
    private static readonly SKColor Blue = new(0, 0, 255);

    [Fact]
    public void A_picture_is_encoded_again()
    {
        var picture = Taken(PictureFiles.Jpeg);

        Assert.Equal(("image/jpeg", 64, 48), (picture.ContentType, picture.Width, picture.Height));
        Assert.NotEqual(PictureFiles.Jpeg, picture.Bytes);
        Assert.Equal(picture.Bytes, Taken(PictureFiles.Jpeg).Bytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void Place_and_camera_are_removed_from_a_JPEG(byte orientation)
    {
        var kept = Encoding.Latin1.GetString(Taken(PictureFiles.FromTelephone(orientation)).Bytes);

        Assert.DoesNotContain(PictureFiles.Secret, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("http", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("ICC_PROFILE", kept, StringComparison.Ordinal);
    }

    // The blue quarter is at the top left of the stored pixels; orientation says where the camera's top and left are.
    [Theory]
    [InlineData(1, 16, 12, 2, 2)]
    [InlineData(2, 16, 12, 13, 2)]
    [InlineData(3, 16, 12, 13, 9)]
    [InlineData(4, 16, 12, 2, 9)]
    [InlineData(5, 12, 16, 2, 2)]
    [InlineData(6, 12, 16, 9, 2)]
    [InlineData(7, 12, 16, 9, 13)]
    [InlineData(8, 12, 16, 2, 13)]
    public void The_pixels_are_turned_as_the_camera_was_held(byte orientation, int width, int height, int x, int y)
    {
        var picture = Taken(PictureFiles.FromTelephone(orientation, OddPictures.ProgressiveJpeg));

        using var bitmap = SKBitmap.Decode(picture.Bytes);
        Assert.Equal((width, height), (bitmap.Width, bitmap.Height));
        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.True(IsNear(Blue, bitmap.GetPixel(x, y)), $"{bitmap.GetPixel(x, y)}");
        Assert.False(IsNear(Blue, bitmap.GetPixel(width - 1 - x, height - 1 - y)));
    }

    [Fact]
    public void Texts_and_dates_are_removed_from_a_PNG_and_its_image_is_kept()
    {
        var picture = Taken(PictureFiles.Png(30, 20));
        var kept = Encoding.Latin1.GetString(picture.Bytes);

        Assert.Equal(("image/png", 30, 20), (picture.ContentType, picture.Width, picture.Height));
        Assert.DoesNotContain(PictureFiles.Secret, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("tIME", kept, StringComparison.Ordinal);
        Assert.Contains("IDAT", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GIF89a")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("%PDF-1.7")]
    [InlineData("")]
    public void A_file_that_is_not_a_picture_is_refused_whatever_its_name(string file) =>
        Assert.Equal(PictureFault.UnknownFormat, PictureReader.Read(Encoding.ASCII.GetBytes(file)).Fault);

    [Fact]
    public void Formats_that_are_not_printed_are_refused() =>
        Assert.Equal(PictureFault.UnknownFormat, PictureReader.Read(OddPictures.WebP).Fault);

    [Fact]
    public void A_picture_truncated_anywhere_is_broken_and_never_a_crash()
    {
        var jpeg = PictureFiles.FromTelephone(6)[..^(PictureFiles.Jpeg.Length + PictureFiles.Secret.Length)];
        foreach (var whole in new[] { jpeg, PictureFiles.Png(30, 20)[..^PictureFiles.Secret.Length], OddPictures.ProgressiveJpeg })
        {
            Assert.NotNull(PictureReader.Read(whole).Picture);
            Assert.All(Enumerable.Range(8, whole.Length - 8), length => Assert.Equal(PictureFault.Broken, PictureReader.Read(whole[..length]).Fault));
        }
    }

    [Theory]
    [InlineData(5999, null)]
    [InlineData(6000, null)]
    [InlineData(6001, PictureFault.TooManyPixels)]
    public void The_number_of_pixels_is_limited(int width, PictureFault? fault) =>
        Assert.Equal(fault, PictureReader.Read(PictureFiles.Png(width, 4000)).Fault);

    [Theory]
    [InlineData(2479, 2479)]
    [InlineData(2480, 2480)]
    [InlineData(2482, 2480)]
    public void A_picture_larger_than_a_page_is_reduced_to_it(int width, int stored) =>
        Assert.Equal((stored, 40), (Taken(PictureFiles.Png(width, 40)).Width, Taken(PictureFiles.Png(width, 40)).Height));

    [Fact]
    public void A_picture_without_width_or_height_is_broken() => Assert.Equal(PictureFault.Broken, PictureReader.Read(PictureFiles.Png(0, 10)).Fault);

    private static bool IsNear(SKColor expected, SKColor actual) =>
        Math.Abs(expected.Red - actual.Red) < 60 && Math.Abs(expected.Green - actual.Green) < 60 && Math.Abs(expected.Blue - actual.Blue) < 60;

    private static Picture Taken(byte[] file) => PictureReader.Read(file).Picture ?? throw new InvalidOperationException("The picture was refused.");
}

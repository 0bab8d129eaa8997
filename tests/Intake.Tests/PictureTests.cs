using System.Text;
using Ita.Intake.Pictures;
using Ita.Intake.Problems;
using Ita.Tests;

namespace Ita.Intake.Tests;

public class PictureTests
{
    [Fact]
    public void A_clean_JPEG_stays_as_it_is()
    {
        var picture = Taken(PictureFiles.Jpeg);

        Assert.Equal(("image/jpeg", 64, 48), (picture.ContentType, picture.Width, picture.Height));
        Assert.Equal(PictureFiles.Jpeg, picture.Bytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void Place_and_camera_are_removed_from_a_JPEG(byte orientation)
    {
        var picture = Taken(PictureFiles.FromTelephone(orientation));

        Assert.DoesNotContain(PictureFiles.Secret, Encoding.Latin1.GetString(picture.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("http", Encoding.Latin1.GetString(picture.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void An_upright_JPEG_keeps_no_camera_data() => Assert.Equal(PictureFiles.Jpeg, Taken(PictureFiles.FromTelephone(1)).Bytes);

    [Fact]
    public void The_orientation_is_kept_and_used()
    {
        var lying = Taken(PictureFiles.FromTelephone(6));

        Assert.Equal((48, 64), (lying.Width, lying.Height));
        Assert.Equal(lying, Taken(lying.Bytes) with { Bytes = lying.Bytes });
        Assert.Equal(lying.Bytes, Taken(lying.Bytes).Bytes);
        Assert.Equal((64, 48), (Taken(PictureFiles.FromTelephone(3)).Width, Taken(PictureFiles.FromTelephone(3)).Height));
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
    [InlineData("")]
    public void A_file_that_is_not_a_picture_is_refused_whatever_its_name(string file) =>
        Assert.Equal(PictureFault.UnknownFormat, PictureReader.Read(Encoding.ASCII.GetBytes(file)).Fault);

    [Fact]
    public void A_picture_truncated_anywhere_is_broken_and_never_a_crash()
    {
        var jpeg = PictureFiles.FromTelephone(6)[..^(PictureFiles.Jpeg.Length + PictureFiles.Secret.Length)];
        foreach (var whole in new[] { jpeg, PictureFiles.Png(30, 20)[..^PictureFiles.Secret.Length] })
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

    [Fact]
    public void A_picture_without_width_or_height_is_broken() => Assert.Equal(PictureFault.Broken, PictureReader.Read(PictureFiles.Png(0, 10)).Fault);

    private static Picture Taken(byte[] file) => PictureReader.Read(file).Picture ?? throw new InvalidOperationException("The picture was refused.");
}

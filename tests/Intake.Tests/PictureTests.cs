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
    public void Where_and_with_what_a_JPEG_was_taken_goes(byte orientation)
    {
        var picture = Taken(PictureFiles.FromTelephone(orientation));

        Assert.DoesNotContain(PictureFiles.Secret, Encoding.Latin1.GetString(picture.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("http", Encoding.Latin1.GetString(picture.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void An_upright_JPEG_keeps_nothing_of_its_camera() => Assert.Equal(PictureFiles.Jpeg, Taken(PictureFiles.FromTelephone(1)).Bytes);

    [Fact]
    public void Which_way_up_it_is_stays_and_counts()
    {
        var lying = Taken(PictureFiles.FromTelephone(6));

        Assert.Equal((48, 64), (lying.Width, lying.Height));
        Assert.Equal(lying, Taken(lying.Bytes) with { Bytes = lying.Bytes });
        Assert.Equal(lying.Bytes, Taken(lying.Bytes).Bytes);
        Assert.Equal((64, 48), (Taken(PictureFiles.FromTelephone(3)).Width, Taken(PictureFiles.FromTelephone(3)).Height));
    }

    [Fact]
    public void Texts_and_dates_of_a_PNG_go_and_its_image_stays()
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
    public void What_is_no_picture_is_none_whatever_it_is_called(string file) =>
        Assert.Equal(PictureFault.UnknownFormat, PictureReader.Read(Encoding.ASCII.GetBytes(file)).Fault);

    [Fact]
    public void Cut_anywhere_it_is_broken_and_never_a_crash()
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
    public void There_is_a_most_of_pixels(int width, PictureFault? fault) =>
        Assert.Equal(fault, PictureReader.Read(PictureFiles.Png(width, 4000)).Fault);

    [Fact]
    public void Without_a_side_it_is_broken() => Assert.Equal(PictureFault.Broken, PictureReader.Read(PictureFiles.Png(0, 10)).Fault);

    private static Picture Taken(byte[] file) => PictureReader.Read(file).Picture ?? throw new InvalidOperationException("The picture was refused.");
}

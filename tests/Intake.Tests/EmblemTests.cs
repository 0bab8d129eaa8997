using System.Text;
using Ita.Intake.Pictures;
using Ita.Tests;
using SkiaSharp;

namespace Ita.Intake.Tests;

public class EmblemTests
{
    [Fact]
    public void A_drawing_becomes_a_picture_of_its_shape()
    {
        var (picture, fault) = Read(Drawings.Circle);

        Assert.Null(fault);
        Assert.Equal(("image/png", 900, 450), (picture!.ContentType, picture.Width, picture.Height));
        using var bitmap = SKBitmap.Decode(picture.Bytes);
        Assert.Equal(new SKColor(0, 0, 255), bitmap.GetPixel(450, 225));
        Assert.Equal(0, bitmap.GetPixel(5, 5).Alpha);
    }

    [Theory]
    [InlineData("""<defs><linearGradient id="a"><stop stop-color="red"/></linearGradient></defs><rect width="40" height="40" fill="url(#a)"/>""")]
    [InlineData("""
        <linearGradient id="b"><stop stop-color="red"/></linearGradient><linearGradient id="a" xlink:href="#b"/>
        <rect width="40" height="40" fill="url('#a')"/>
        """)]
    [InlineData("""<style>.a{fill:red}</style><g class="a"><path d="M0 0H40V40z"/></g>""")]
    [InlineData("""
        <metadata><a xmlns="urn:x" href="http://example.com"/></metadata>
        <rect xmlns:i="urn:y" i:file="file:///home/a.svg" width="9" height="9"/>
        """)]
    public void Shapes_gradients_and_styles_are_drawn(string content) => Assert.NotNull(Read(Drawings.Of(content)).Picture);

    [Theory]
    [InlineData("""<script>alert(1)</script>""")]
    [InlineData("""<rect width="9" height="9" onload="alert(1)"/>""")]
    [InlineData("""<image width="9" height="9" href="http://127.0.0.1/a.png"/>""")]
    [InlineData("""<image width="9" height="9" xlink:href="file:///etc/passwd"/>""")]
    [InlineData("""<image width="9" height="9" href="data:image/png;base64,AAAA"/>""")]
    [InlineData("""<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="http://a.b"/></foreignObject>""")]
    [InlineData("""<style>@import url(http://127.0.0.1/a.css);</style>""")]
    [InlineData("""<style>@font-face{font-family:a;src:url("http://127.0.0.1/a.ttf")}</style>""")]
    [InlineData("""<rect width="9" height="9" fill="url(http://127.0.0.1/a.svg#b)"/>""")]
    [InlineData("""<rect width="9" height="9" style="fill:url( 'other.svg#b')"/>""")]
    [InlineData("""<rect width="9" height="9" style="fill:ur\6c(//a.b/c)"/>""")]
    [InlineData("""<a href="#x"><rect width="9" height="9"/></a>""")]
    [InlineData("""<use href="other.svg#b"/>""")]
    [InlineData("""<text>ตรา</text>""")]
    [InlineData("""<linearGradient id="a" xlink:href="#b"/><linearGradient id="b" xlink:href="#a"/><rect width="9" height="9" fill="url(#a)"/>""")]
    [InlineData("""<clipPath id="a"><rect width="9" height="9" clip-path="url(#a)"/></clipPath><rect width="9" height="9" clip-path="url(#a)"/>""")]
    [InlineData("")]
    [InlineData("<g>")]
    public void A_drawing_that_refers_to_something_else_or_draws_nothing_is_refused(string content) =>
        Assert.Equal(PictureFault.DrawingRefused, Read(Drawings.Of(content)).Fault);

    [Fact]
    public void An_entity_is_not_expanded() => Assert.Equal(
        PictureFault.DrawingRefused,
        Read("""<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><title>&a;</title></svg>""").Fault);

    [Fact]
    public void A_drawing_that_is_too_deep_or_has_too_many_elements_is_refused()
    {
        Assert.Equal(
            PictureFault.DrawingRefused, Read(Drawings.Of(string.Concat(Enumerable.Repeat("<g>", 100_000)))).Fault);
        Assert.Equal(
            PictureFault.DrawingRefused, Read(Drawings.Of(string.Concat(Enumerable.Repeat("<rect width='1' height='1'/>", 20_000)))).Fault);
        Assert.NotNull(Read(Drawings.Of(string.Concat(Enumerable.Repeat("<rect width='1' height='1'/>", 19_999)))).Picture);
    }

    [Theory]
    [InlineData("""width="100000" height="100000" """)]
    [InlineData("""width="1e30" height="1" """)]
    [InlineData("""viewBox="0 0 1000000 1" """)]
    public void A_size_never_makes_a_large_picture(string size)
    {
        var (picture, _) = Read($"""<svg xmlns="http://www.w3.org/2000/svg" {size}><rect width="100%" height="100%" fill="red"/></svg>""");

        Assert.True(picture is null || (picture.Width <= 900 && picture.Height <= 900));
    }

    [Fact]
    public void A_PNG_is_reduced_to_the_size_in_which_it_is_printed()
    {
        var (picture, _) = EmblemReader.Read(PictureFiles.Png(1800, 600));

        Assert.Equal(("image/png", 900, 300), (picture!.ContentType, picture.Width, picture.Height));
    }

    [Theory]
    [InlineData("<html><svg xmlns='http://www.w3.org/2000/svg'/></html>")]
    [InlineData("svg")]
    [InlineData("")]
    public void Any_other_file_is_of_an_unknown_format(string file) => Assert.Equal(PictureFault.UnknownFormat, Read(file).Fault);

    [Fact]
    public void A_drawing_is_no_picture_of_evidence() =>
        Assert.Equal(PictureFault.UnknownFormat, PictureReader.Read(Encoding.UTF8.GetBytes(Drawings.Circle)).Fault);

    private static (Picture? Picture, PictureFault? Fault) Read(string file) => EmblemReader.Read(Encoding.UTF8.GetBytes(file));
}

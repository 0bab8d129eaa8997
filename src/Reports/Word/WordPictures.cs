using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Ita.Reports.Word;

/// <param name="ContentType">PNG or JPEG.</param>
/// <param name="Ratio">Width divided by height.</param>
/// <param name="Words">The alternative text.</param>
internal sealed record WordPicture(byte[] Bytes, string ContentType, double Ratio, string Words);

/// <summary>The pictures of a Word file.</summary>
internal sealed class WordPictures(MainDocumentPart main)
{
    private const int EmuPerTwip = 635;
    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    private uint count;

    /// <param name="width">In twentieths of a point.</param>
    public Drawing Add(WordPicture picture, double width)
    {
        count++;
        var name = FormattableString.Invariant($"picture{count}");
        var part = main.AddImagePart(picture.ContentType == "image/png" ? ImagePartType.Png : ImagePartType.Jpeg, name);
        using (var bytes = new MemoryStream(picture.Bytes))
        {
            part.FeedData(bytes);
        }

        var (wide, high) = ((long)(width * EmuPerTwip), (long)(width / picture.Ratio * EmuPerTwip));
        return new(new W.Inline(
            new W.Extent { Cx = wide, Cy = high },
            new W.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new W.DocProperties { Id = count, Name = name, Description = picture.Words },
            new W.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(Shown(name, picture.Words, wide, high)) { Uri = PictureUri }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        });
    }

    private P.Picture Shown(string name, string words, long wide, long high) => new(
        new P.NonVisualPictureProperties(
            new P.NonVisualDrawingProperties { Id = count, Name = name, Description = words }, new P.NonVisualPictureDrawingProperties()),
        new P.BlipFill(new A.Blip { Embed = name }, new A.Stretch(new A.FillRectangle())),
        new P.ShapeProperties(
            new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = wide, Cy = high }),
            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
}

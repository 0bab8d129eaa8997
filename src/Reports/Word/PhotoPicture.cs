using AngleSharp.Dom;
using SkiaSharp;

namespace Ita.Reports.Word;

/// <summary>A photograph of a report, which is in its page as a data URI.</summary>
internal static class PhotoPicture
{
    private const string Base64 = ";base64,";

    public static WordPicture Of(IElement image)
    {
        var source = image.GetAttribute("src")!;
        var at = source.IndexOf(Base64, StringComparison.Ordinal);
        var bytes = Convert.FromBase64String(source[(at + Base64.Length)..]);
        using var codec = SKCodec.Create(new MemoryStream(bytes));
        return new(bytes, source["data:".Length..at], (double)codec.Info.Width / codec.Info.Height, image.GetAttribute("alt") ?? "");
    }
}

using System.Reflection;

namespace Ita.Reports.Fonts;

/// <summary>The typeface of all reports, embedded in this assembly together with its licence (SIL Open Font Licence).</summary>
internal static class Sarabun
{
    /// <summary><c>@font-face</c> rules with the fonts as data URIs, so that pages do not depend on installed fonts.</summary>
    public static string FontFaces { get; } = Face(400) + Face(700);

    public static Typeface Regular { get; } = new(Read("Sarabun-400.ttf"));

    /// <summary>The font files: regular and bold.</summary>
    public static ImmutableArray<byte[]> Files { get; } = [Read("Sarabun-400.ttf"), Read("Sarabun-700.ttf")];

    private static string Face(int weight) =>
        $"@font-face{{font-family:Sarabun;font-weight:{weight};"
            + $"src:url(data:font/ttf;base64,{Convert.ToBase64String(Read($"Sarabun-{weight}.ttf"))})}}\n";

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

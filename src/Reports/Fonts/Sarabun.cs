using System.Reflection;

namespace Ita.Reports.Fonts;

/// <summary>The one typeface of every report, carried inside this assembly (SIL Open Font Licence, embedded beside it).</summary>
internal static class Sarabun
{
    /// <summary><c>@font-face</c> rules with the fonts as data URIs: a page that needs nothing from the machine it is printed on.</summary>
    public static string FontFaces { get; } = Face(400) + Face(700);

    public static Typeface Regular { get; } = new(Read("Sarabun-400.ttf"));

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

namespace Ita.Tests;

/// <summary>Drawings as SVG, harmless and not.</summary>
internal static class Drawings
{
    public const string Circle = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><title>ตรา</title><circle cx="20" cy="10" r="10" fill="#0000ff"/></svg>
        """;

    public const string WithScript =
        """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>fetch("http://127.0.0.1/")</script></svg>""";

    /// <summary>A drawing of 40 by 40 with this content.</summary>
    public static string Of(string content) =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40">{content}</svg>""";
}

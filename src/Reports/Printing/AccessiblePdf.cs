using System.Net;

namespace Ita.Reports.Printing;

/// <summary>
/// Adds what PDF/UA-1 (ISO 14289-1) requires and Chromium leaves out: metadata with title, language and the mark of PDF/UA (7.1), and a description
/// of each link (7.18.5). Tags, table headers, alternative texts, language and tab order are Chromium's.
/// </summary>
/// <remarks>Written as an update at the end of the file, as the format provides for: the objects before it stay where they are.</remarks>
internal static partial class AccessiblePdf
{
    /// <param name="html">The document that was printed, for its title and headings.</param>
    public static byte[] Of(byte[] pdf, string html, DateTimeOffset createdAt)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var end = End().Match(text) is { Success: true } found ? found : throw Changed("no trailer");
        var catalog = Catalog().Match(text) is { Success: true } one ? one : throw Changed("no catalog");
        var metadata = int.Parse(end.Groups["size"].ValueSpan, CultureInfo.InvariantCulture);
        var headings = Heading().Matches(html).ToDictionary(heading => heading.Groups["id"].Value, heading => Plain(heading.Groups["title"].Value));
        List<(int Number, string Body)> objects =
        [
            .. Link().Matches(text).Select(link =>
                (NumberBefore(text, link), $"{link.Groups["body"]}\n/Contents {Hex(Describe(link.Value, headings))}>>")),
            (NumberBefore(text, catalog), $"{catalog.Groups["body"].Value}\n/Metadata {metadata} 0 R>>"),
            (metadata, Metadata(Plain(Title().Match(html).Groups["title"].Value), createdAt)),
        ];
        return Encoding.Latin1.GetBytes(Updated(text, objects, end));
    }

    private static string Updated(string text, List<(int Number, string Body)> objects, Match end)
    {
        var updated = new StringBuilder(text.TrimEnd('\n')).Append('\n');
        var table = new StringBuilder("xref\n");
        foreach (var (number, body) in objects)
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{updated.Length:D10} 00000 n \n");
            updated.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var start = updated.Length;
        var (size, before) = (objects.Max(one => one.Number) + 1, end.Groups["start"].Value);
        return updated.Append(table).Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}{end.Groups["rest"]}\n/Prev {before}>>\n")
            .Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n").ToString();
    }

    private static string Describe(string link, Dictionary<string, string> headings) => Target().Match(link) switch
    {
        { Success: true } inside when headings.TryGetValue(inside.Groups["id"].Value, out var heading) => $"ไปที่หัวข้อ {heading}",
        _ when Address().Match(link) is { Success: true } outside => $"เปิด {outside.Groups["uri"].Value.Replace("\\", "", StringComparison.Ordinal)}",
        _ => "ไปที่อีกส่วนหนึ่งของเอกสารนี้",
    };

    private static string Metadata(string title, DateTimeOffset createdAt)
    {
        var xmp = $"""
            <?xpacket begin="{'\ufeff'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
             xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{WebUtility.HtmlEncode(title)}</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>th</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{createdAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}</xmp:CreateDate>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """.ReplaceLineEndings("\n");
        var bytes = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(xmp));
        return $"<</Type /Metadata\n/Subtype /XML\n/Length {bytes.Length}>> stream\n{bytes}\nendstream";
    }

    private static string Hex(string words) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(words))}>";

    private static string Plain(string html) => WebUtility.HtmlDecode(Tag().Replace(html, "")).Trim();

    // The patterns begin with letters, not with the number, because these are found much faster.
    private static int NumberBefore(string text, Match match)
    {
        var start = text.LastIndexOf('\n', match.Index) + 1;
        return int.Parse(text.AsSpan(start, match.Index - start), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static InvalidDataException Changed(string what) =>
        new($"The PDF has {what} of the expected form: the browser's PDF writer has changed.");

    [GeneratedRegex(@" 0 obj\n(?<body><</Type /Annot\n/Subtype /Link\n.*?)>>\nendobj", RegexOptions.Singleline)]
    private static partial Regex Link();

    [GeneratedRegex(@" 0 obj\n(?<body><</Type /Catalog\n.*?)>>\nendobj", RegexOptions.Singleline)]
    private static partial Regex Catalog();

    [GeneratedRegex(@"trailer\n<</Size (?<size>\d+)(?<rest>(?:\n/\w+ \d+ 0 R)*)>>\nstartxref\n(?<start>\d+)\n%%EOF\s*$")]
    private static partial Regex End();

    [GeneratedRegex(@"/Dest /(?<id>\w+)")]
    private static partial Regex Target();

    [GeneratedRegex(@"/URI \((?<uri>(?:\\.|[^\\)])*)\)", RegexOptions.Singleline)]
    private static partial Regex Address();

    [GeneratedRegex("<h[1-6] id=\"(?<id>\\w+)\"[^>]*>(?<title>.*?)</h[1-6]>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<title>(?<title>.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex Title();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}

using System.Xml;

namespace Ita.Intake.Workbooks.Writing;

/// <summary>A text as a workbook can hold it.</summary>
internal static partial class WrittenText
{
    /// <summary>
    /// Without characters that XML cannot have, and with <c>_x0041_</c> marked as these seven characters: a spreadsheet program would read the
    /// letter A.
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = text.Contains("_x", StringComparison.OrdinalIgnoreCase) ? Escaped().Replace(text, "_x005F_") : text;
        return HasOnlyXml(escaped) ? escaped : string.Concat(escaped.EnumerateRunes().Where(IsXml));
    }

    private static bool HasOnlyXml(string text)
    {
        foreach (var letter in text)
        {
            if (!XmlConvert.IsXmlChar(letter))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Half of a surrogate pair is enumerated as the replacement character.</summary>
    private static bool IsXml(Rune rune) => rune != Rune.ReplacementChar && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value));

    [GeneratedRegex("_(?=x[0-9A-F]{4}_)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}

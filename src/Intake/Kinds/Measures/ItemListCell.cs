namespace Ita.Intake.Kinds.Measures;

/// <summary>Takes a list of items apart: comma, semicolon, spaces or a new line between them, and perhaps "และ".</summary>
internal static partial class ItemListCell
{
    public static IEnumerable<string> Split(string cell) => Between()
        .Split(WithinCode().Replace(cell, ""))
        .Where(word => word.Length > 0);

    /// <summary>A code may be written with a space within: <c>I 1</c>, <c>ตัวชี้วัดที่ 4</c>.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\p{M}])[^\S\r\n]+(?=[0-9๐-๙])", RegexOptions.CultureInvariant)]
    private static partial Regex WithinCode();

    [GeneratedRegex(@"(?:[\s,;、/]|และ)+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}

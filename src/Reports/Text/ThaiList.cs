namespace Ita.Reports.Text;

/// <summary>Enumerations in running Thai text.</summary>
public static class ThaiList
{
    /// <summary>ก; ก และ ข; ก ข และ ค.</summary>
    public static string And(IEnumerable<string> parts) => Joined([.. parts], "และ");

    /// <summary>ก; ก หรือ ข; ก ข หรือ ค.</summary>
    public static string Or(IEnumerable<string> parts) => Joined([.. parts], "หรือ");

    private static string Joined(string[] parts, string last) => parts.Length switch
    {
        0 => "",
        1 => parts[0],
        _ => $"{string.Join(" ", parts[..^1])} {last} {parts[^1]}",
    };
}

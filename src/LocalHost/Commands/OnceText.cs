using System.Text.Json;

namespace Ita.LocalHost.Commands;

/// <summary>The lines that are printed, and the names of folders.</summary>
internal static class OnceText
{
    public static string OneLine(string text) => text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');

    /// <summary>Year, code, name, total, rating and path of a result.</summary>
    public static string ResultLine(JsonElement result, string? path) => string.Join('\t',
        result.GetProperty("fiscalYear").GetRawText(),
        result.Text("agencyCode"),
        OneLine(result.GetProperty("agencyName").GetString() ?? result.Text("agencyCode")),
        result.GetProperty("total") is { ValueKind: JsonValueKind.Number } total ? total.GetRawText() : "-",
        result.GetProperty("rating").GetString() ?? "-",
        path ?? "-");

    /// <summary>The folder of an agency. Its code comes from an uploaded file and may hold any characters; it must not name another folder.</summary>
    public static string FolderName(string agency)
    {
        var name = string.Concat(agency.Select(letter => letter is '/' or '\\' or ':' || char.IsControl(letter) ? '_' : letter));
        return name.Trim('.').Length == 0 ? "_" : name;
    }
}

using System.Text.Json;

namespace Ita.App.Tests.EndToEnd;

/// <summary>Scores of a result as the API writes them, with all decimals.</summary>
internal static class Shown
{
    public static string Total(this JsonElement result) => result.GetProperty("total").GetRawText();

    public static string? Rating(this JsonElement result) => result.GetProperty("rating").GetString();

    public static int Version(this JsonElement result) => result.GetProperty("version").GetInt32();

    public static string Status(this JsonElement upload) => upload.GetProperty("status").GetString()!;

    public static string Id(this JsonElement upload) => upload.GetProperty("id").GetString()!;

    public static string Instrument(this JsonElement result, string code) => Figure(result.GetProperty("instruments").GetProperty(code));

    public static JsonElement Indicator(this JsonElement result, int number) =>
        result.GetProperty("indicators").EnumerateArray().Single(indicator => indicator.GetProperty("number").GetInt32() == number);

    /// <summary>An indicator by its number, or a sub-indicator by its code.</summary>
    public static string Indicator(this JsonElement result, string code) => code.Split('.') is [var number, _]
        ? Figure(result.Indicator(Number(number)).GetProperty("subIndicators")
            .EnumerateArray().Single(sub => sub.GetProperty("code").GetString() == code))
        : Figure(result.Indicator(Number(code)));

    // For example "87.06 derived", to compare score and status at once.
    private static string Figure(JsonElement node) => $"{node.GetProperty("score").GetRawText()} {node.GetProperty("status").GetString()}";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

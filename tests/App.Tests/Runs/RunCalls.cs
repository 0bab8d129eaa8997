using System.Net;
using System.Text;
using System.Text.Json;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Web;

namespace Ita.App.Tests.Runs;

/// <summary>Calls of the runs API.</summary>
internal static class RunCalls
{
    public static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    /// <summary>Starts a run and returns it.</summary>
    public static async Task<JsonElement> StartedAsync(this Caller api, string order)
    {
        using var answer = await api.PostAsync("runs", Body(order));
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        var run = await Caller.JsonAsync(answer);
        Assert.Equal($"/api/v1/runs/{run.Id()}", answer.Headers.Location?.OriginalString);
        return run;
    }

    public static Task<JsonElement> FinishedAsync(this Caller api, string run) => Eventually.AsWishedAsync(
        () => api.JsonAsync($"runs/{run}"), seen => seen.GetProperty("finishedAt").ValueKind == JsonValueKind.String, $"run {run} finished");

    public static async Task<JsonElement> SteeredAsync(this Caller api, string run, string verb)
    {
        using var answer = await api.PostAsync($"runs/{run}/{verb}");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await Caller.JsonAsync(answer);
    }

    /// <summary>"total queued done skipped failed", to compare all counts at once.</summary>
    public static string Counts(this JsonElement run) => string.Join(
        ' ', new[] { "total", "queued", "done", "skipped", "failed" }.Select(name => run.GetProperty(name).GetRawText()));

    /// <summary>"skipped no-result 2, …".</summary>
    public static string Reasons(this JsonElement run) => string.Join(", ", run.GetProperty("reasons").EnumerateArray().Select(reason =>
        $"{reason.GetProperty("status").GetString()} {reason.GetProperty("code").GetString()} {reason.GetProperty("count").GetInt32()}"));

    public static string State(this JsonElement run) => run.GetProperty("state").GetString()!;

    /// <summary>The lines below the header, by column.</summary>
    public static async Task<IReadOnlyList<ManifestLine>> ManifestAsync(this Caller api, string run)
    {
        using var answer = await api.GetAsync($"runs/{run}/manifest.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Encoding.UTF8.Preamble, bytes.AsSpan(0, 3));
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ManifestLine.Header, lines[0]);
        return [.. lines.Skip(1).Select(ManifestLine.Read)];
    }
}

internal sealed record ManifestLine(
    string Year, string Agency, string Name, string Type, string Province, string Kind,
    string Version, string Status, string Reason, string Sha256, string Path)
{
    public const string Header =
        "\"fiscal_year\",\"agency_code\",\"agency_name\",\"agency_type\",\"province\",\"kind\",\"version\",\"status\",\"reason\",\"sha256\",\"path\"";

    // No cell in these tests contains a comma or a quotation mark.
    public static ManifestLine Read(string line)
    {
        var cells = line.Split(',').Select(cell => cell.Trim('"')).ToArray();
        return new(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8], cells[9], cells[10]);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ita.LocalHost.Commands;

/// <summary>Ingests files one after the other, waits for every result and report, writes them out, and prints one line each.</summary>
internal sealed class OnceCommand(LocalStack stack, OnceLine line, TextWriter output, CancellationToken stop)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    private static readonly string[] ProblemCells = ["line", "column", "value", "code", "text", "textEn"];

    /// <summary>Reports waited for at once; the app prints two at a time.</summary>
    private const int AtOnce = 4;

    /// <summary>0, or 1 when a file was refused or something failed.</summary>
    public async Task<int> RunAsync()
    {
        Directory.CreateDirectory(line.Out);
        var good = true;
        foreach (var file in line.Files)
        {
            good &= await IngestAsync(file);
        }

        await stack.SettledAsync(stop);
        var names = await stack.Api.ResultNamesAsync(stop);
        var reports = new OnceReports(stack.Api, line, stop);
        var results = new JsonElement[names.Count];
        var paths = new string?[names.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, names.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (place, _) =>
        {
            results[place] = await stack.Api.ResultAsync(names[place].Year, names[place].Agency, stop);
            paths[place] = await reports.WriteAsync(names[place].Year, names[place].Agency);
        });
        await reports.WriteSummariesAsync(names.Select(name => name.Year).Distinct());
        await WriteAsync("results.json", results);
        await WriteAsync("uploads.json", await stack.Api.UploadsAsync(stop));
        for (var place = 0; place < names.Count; place++)
        {
            await output.WriteLineAsync(ResultLine(results[place], paths[place]));
        }

        return good && reports.AllPrinted ? 0 : 1;
    }

    private async Task<bool> IngestAsync(string file)
    {
        string id;
        try
        {
            id = await stack.Api.UploadAsync(file, stop);
        }
        catch (HttpRequestException refused) when (refused.StatusCode is not null)
        {
            await output.WriteLineAsync($"refused\t{Path.GetFileName(file)}\t\t\t\t{OneLine(refused.Message)}");
            return false;
        }

        while (true)
        {
            var upload = await stack.Api.UploadStatusAsync(id, stop);
            switch (upload.GetProperty("status").GetString())
            {
                case "accepted":
                    return true;
                case "acceptedWithProblems":
                    await PrintProblemsAsync(file, upload, Console.Error);
                    return true;
                case "refused":
                    await PrintProblemsAsync(file, upload, output);
                    return false;
                case "failed":
                    await output.WriteLineAsync($"failed\t{Path.GetFileName(file)}\t{upload.GetProperty("failure").GetString()}");
                    return false;
                default:
                    await Task.Delay(50, stop);
                    break;
            }
        }
    }

    // status, file, line, column, value, code, Thai, English.
    private static async Task PrintProblemsAsync(string file, JsonElement upload, TextWriter to)
    {
        foreach (var problem in upload.GetProperty("problems").EnumerateArray())
        {
            string[] cells = [.. ProblemCells.Select(name => OneLine(problem.GetProperty(name).ToString()))];
            await to.WriteLineAsync($"{upload.GetProperty("status").GetString()}\t{Path.GetFileName(file)}\t{string.Join('\t', cells)}");
        }
    }

    private static string OneLine(string text) => text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');

    private static string ResultLine(JsonElement result, string? path) => string.Join('\t',
        result.GetProperty("fiscalYear").GetRawText(),
        result.GetProperty("agencyCode").GetString(),
        OneLine(result.GetProperty("agencyName").GetString() ?? result.GetProperty("agencyCode").GetString()!),
        result.GetProperty("total") is { ValueKind: JsonValueKind.Number } total ? total.GetRawText() : "-",
        result.GetProperty("rating").GetString() ?? "-",
        path ?? "-");

    private async Task WriteAsync<T>(string name, T value)
    {
        await using var file = File.Create(Path.Combine(line.Out, name));
        await JsonSerializer.SerializeAsync(file, value, Json, stop);
    }
}

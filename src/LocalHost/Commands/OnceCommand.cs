using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using static Ita.LocalHost.Commands.OnceText;

namespace Ita.LocalHost.Commands;

/// <summary>Ingests files one after the other, waits for every result and report, writes them out, and prints one line each.</summary>
internal sealed class OnceCommand(LocalStack stack, string folder, OnceReports reports, CancellationToken cancellationToken)
{
    /// <summary>Results whose reports are requested at the same time; the app prints two reports at a time.</summary>
    private const int AtOnce = 4;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };
    private static readonly string[] ProblemCells = ["line", "column", "value", "code", "text", "textEn"];

    private volatile bool hasFailed;

    public static Command Create(CancellationToken cancellationToken)
    {
        var app = CommonOptions.App(isRequired: true);
        var files = new Argument<string[]>("FILE") { Description = "a file, or a folder of files", Arity = ArgumentArity.ZeroOrMore };
        files.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.Select(token => token.Value).Where(word => !Path.Exists(word)))
            {
                result.AddError(word.StartsWith("--", StringComparison.Ordinal) ? $"'{word}' is not known." : $"There is no file '{word}'.");
            }
        });
        var samples = CommonOptions.Samples("files to ingest when no FILE is named");
        var output = new Option<string>("--out") { Description = "where results.json, uploads.json and reports/ are written", HelpName = "DIR" };
        output.DefaultValueFactory = _ => "out";
        var noPdf = new Option<bool>("--no-pdf") { Description = "print nothing" };
        var reports = new Option<string>("--reports") { HelpName = "KINDS" };
        reports.Description = "analysis, measures, follow-up, memo, follow-up-memo, circular, check, summary; separated by commas";
        reports.DefaultValueFactory = _ => "analysis";
        var formats = new Option<string>("--formats") { Description = "pdf (default), docx; separated by commas", HelpName = "FORMATS" };
        formats.DefaultValueFactory = _ => OnceReports.Pdf;
        formats.Validators.Add(result => OnceReports.CheckFormats(result));
        var digits = new Option<string?>("--digits");
        digits.Description = "thai or arabic; default: those of the settings, else thai in letters and plans, arabic in analysis and summary";
        digits.AcceptOnlyFromAmong("thai", "arabic");
        var once = new Command("once", "Ingests files on a fresh store, scores, prints, and ends.")
        {
            files, samples, app, CommonOptions.Packages, output, noPdf, reports, formats, digits, CommonOptions.Log,
        };
        once.Validators.Add(result =>
        {
            if (result.GetValue(files) is not { Length: > 0 } && result.GetValue(samples) is null)
            {
                result.AddError("No file was named.");
            }
        });
        once.SetAction((words, _) => words.WithLogAsync(async log =>
        {
            var wanted = OnceReports.Of(words.GetValue(reports)!, words.GetValue(formats)!, words.GetValue(digits), words.GetValue(noPdf));
            var folders = new StackFolders(words.GetValue(app)!, words.GetValue(CommonOptions.Packages)!, Data: null);
            await using var stack = await LocalStack.StartAsync(folders, port: 0, storagePorts: null, key: null, log, cancellationToken);
            var command = new OnceCommand(stack, Path.GetFullPath(words.GetValue(output)!), wanted, cancellationToken);
            return await command.RunAsync(CommonOptions.FilesIn(words.GetValue(files) is { Length: > 0 } named ? named : [words.GetValue(samples)!]));
        }));
        return once;
    }

    /// <summary>Returns 0, or 1 when a file was refused or something failed.</summary>
    public async Task<int> RunAsync(IEnumerable<string> files)
    {
        Directory.CreateDirectory(folder);
        var sent = files.ToLookup(OnceEmblems.Is);
        foreach (var file in sent[false])
        {
            hasFailed |= !await IngestAsync(file);
        }

        await stack.WaitForQueuesAsync(cancellationToken);
        var names = await stack.Api.ResultNamesAsync(cancellationToken);
        foreach (var file in sent[true])
        {
            hasFailed |= !await OnceEmblems.SendAsync(stack.Api, file, names, cancellationToken);
        }

        var results = new JsonElement[names.Count];
        var paths = new string?[names.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, names.Count, parallel, async (place, _) =>
        {
            var (year, agency) = names[place];
            results[place] = await stack.Api.GetAsync($"results/{year}/{Uri.EscapeDataString(agency)}", cancellationToken);
            var settings = await stack.Api.GetAsync($"reports/{year}/{Uri.EscapeDataString(agency)}/settings", cancellationToken);
            foreach (var kind in reports.OfOneAgency)
            {
                var report = $"reports/{year}/{Uri.EscapeDataString(agency)}/{kind}";
                var written = await WriteReportAsync(report, kind, $"reports/{year}/{FolderName(agency)}/{kind}", settings);
                paths[place] ??= written;
            }
        });
        foreach (var year in reports.HasSummary ? names.Select(name => name.Year).Distinct() : [])
        {
            await WriteReportAsync($"reports/{year}/{OnceReports.Summary}", OnceReports.Summary, $"reports/{year}/{OnceReports.Summary}");
        }

        await WriteAsync("results.json", results);
        await WriteAsync("uploads.json", await stack.Api.GetAsync("uploads", cancellationToken));
        foreach (var (result, path) in results.Zip(paths))
        {
            Console.WriteLine(ResultLine(result, path));
        }

        return hasFailed ? 1 : 0;
    }

    private async Task<bool> IngestAsync(string file)
    {
        string id;
        try
        {
            id = await stack.Api.UploadAsync(file, cancellationToken);
        }
        catch (HttpRequestException refused) when (refused.StatusCode is not null)
        {
            Console.WriteLine($"refused\t{Path.GetFileName(file)}\t\t\t\t{OneLine(refused.Message)}");
            return false;
        }

        while (true)
        {
            var upload = await stack.Api.GetAsync($"uploads/{id}", cancellationToken);
            switch (upload.Text("status"))
            {
                case "accepted":
                    return true;
                case "acceptedWithProblems":
                    PrintProblems(file, upload, Console.Error);
                    return true;
                case "refused":
                    PrintProblems(file, upload, Console.Out);
                    return false;
                case "failed":
                    Console.WriteLine($"failed\t{Path.GetFileName(file)}\t{upload.Text("failure")}");
                    return false;
                default:
                    await Task.Delay(50, cancellationToken);
                    break;
            }
        }
    }

    // Columns: status, file, line, column, value, code, Thai text, English text.
    private static void PrintProblems(string file, JsonElement upload, TextWriter to)
    {
        foreach (var problem in upload.GetProperty("problems").EnumerateArray())
        {
            var cells = ProblemCells.Select(name => OneLine(problem.GetProperty(name).ToString()));
            to.WriteLine($"{upload.Text("status")}\t{Path.GetFileName(file)}\t{string.Join('\t', cells)}");
        }
    }

    // Returns the path of the PDF; null when there is none.
    private async Task<string?> WriteReportAsync(string report, string kind, string to, JsonElement? settings = null)
    {
        string? path = null;
        foreach (var format in reports.Formats)
        {
            var query = $"?digits={reports.DigitsOf(kind, settings)}";
            var file = format == OnceReports.Pdf
                ? await stack.Api.PrintAsync(report, query, cancellationToken)
                : await stack.Api.ReadAsync($"{report}{query}&format={format}", cancellationToken);
            var written = await KeepAsync(file, $"{to}.{format}");
            path = format == OnceReports.Pdf ? written : path;
        }

        return path;
    }

    private async Task<string?> KeepAsync(byte[]? file, string to)
    {
        if (file is null)
        {
            hasFailed = true;
            return null;
        }

        var path = Path.Combine(folder, to);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, file, cancellationToken);
        return path;
    }

    private async Task WriteAsync<T>(string name, T value)
    {
        await using var file = File.Create(Path.Combine(folder, name));
        await JsonSerializer.SerializeAsync(file, value, Json, cancellationToken);
    }
}

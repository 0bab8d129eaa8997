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

    private readonly OnceProgress progress = new(Console.Out, Console.Error);

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
        reports.Description = $"{string.Join(", ", OnceReports.KnownKinds)}; separated by commas";
        reports.DefaultValueFactory = _ => "analysis";
        reports.Validators.Add(result => OnceReports.CheckKinds(result));
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
            string[] paths = words.GetValue(files) is { Length: > 0 } named ? named : [words.GetValue(samples)!];
            return await command.RunAsync([.. CommonOptions.FilesIn(paths)]);
        }));
        return once;
    }

    /// <summary>Returns 0, or 1 when a file was refused or something failed.</summary>
    public async Task<int> RunAsync(IReadOnlyCollection<string> files)
    {
        Directory.CreateDirectory(folder);
        var lines = await progress.ShowAsync(WorkAsync(files));
        foreach (var line in lines)
        {
            Console.WriteLine(line);
        }

        progress.Summarize(folder);
        return hasFailed ? 1 : 0;
    }

    // Returns one line per result.
    private async Task<IReadOnlyList<string>> WorkAsync(IReadOnlyCollection<string> files)
    {
        progress.Files.Expect(files.Count);
        var sent = files.ToLookup(OnceEmblems.Is);
        foreach (var file in sent[false])
        {
            hasFailed |= !await IngestAsync(file);
            progress.Files.Add(1);
        }

        await stack.WaitForQueuesAsync(cancellationToken);
        var names = await stack.Api.ResultNamesAsync(cancellationToken);
        progress.Scored.Add(names.Count);
        foreach (var file in sent[true])
        {
            if (await OnceEmblems.SendAsync(stack.Api, file, names, cancellationToken) is { } refusal)
            {
                Refuse(file, refusal);
            }

            progress.Files.Add(1);
        }

        var years = reports.HasSummary ? names.Select(name => name.Year).Distinct().ToList() : [];
        progress.Documents.Expect(((names.Count * reports.OfOneAgency.Count()) + years.Count) * reports.Formats.Length);
        var written = await WriteReportsAsync(names);
        foreach (var year in years)
        {
            await WriteReportAsync($"reports/{year}/{OnceReports.Summary}", OnceReports.Summary, $"reports/{year}/{OnceReports.Summary}");
        }

        await WriteAsync("results.json", written.Select(one => one.Result));
        await WriteAsync("uploads.json", await stack.Api.GetAsync("uploads", cancellationToken));
        return [.. written.Select(one => ResultLine(one.Result, one.Path))];
    }

    // The results with the path of the first report of each, in their order.
    private async Task<(JsonElement Result, string? Path)[]> WriteReportsAsync(IReadOnlyList<(int Year, string Agency)> names)
    {
        var written = new (JsonElement Result, string? Path)[names.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, names.Count, parallel, async (place, _) =>
        {
            var (year, agency) = names[place];
            var result = await stack.Api.GetAsync($"results/{year}/{Uri.EscapeDataString(agency)}", cancellationToken);
            var settings = await stack.Api.GetAsync($"reports/{year}/{Uri.EscapeDataString(agency)}/settings", cancellationToken);
            string? first = null;
            foreach (var kind in reports.OfOneAgency)
            {
                var report = $"reports/{year}/{Uri.EscapeDataString(agency)}/{kind}";
                var path = await WriteReportAsync(report, kind, $"reports/{year}/{FolderName(agency)}/{kind}", settings);
                first ??= path;
            }

            written[place] = (result, first);
        });
        return written;
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
            Refuse(file, OneLine(refused.Message));
            return false;
        }

        while (true)
        {
            var upload = await stack.Api.GetAsync($"uploads/{id}", cancellationToken);
            switch (upload.Text("status"))
            {
                case "accepted":
                    progress.Count(upload);
                    return true;
                case "acceptedWithProblems":
                    progress.Count(upload);
                    PrintProblems(file, upload, progress.Say);
                    return true;
                case "refused":
                    PrintProblems(file, upload, progress.Print);
                    return false;
                case "failed":
                    progress.Print($"failed\t{Path.GetFileName(file)}\t{upload.Text("failure")}");
                    return false;
                default:
                    await Task.Delay(50, cancellationToken);
                    break;
            }
        }
    }

    private void Refuse(string file, string reason)
    {
        hasFailed = true;
        progress.Print($"refused\t{Path.GetFileName(file)}\t\t\t\t{reason}");
    }

    // Columns: status, file, line, column, value, code, Thai text, English text.
    private static void PrintProblems(string file, JsonElement upload, Action<string> write)
    {
        foreach (var problem in upload.GetProperty("problems").EnumerateArray())
        {
            var cells = ProblemCells.Select(name => OneLine(problem.GetProperty(name).ToString()));
            write($"{upload.Text("status")}\t{Path.GetFileName(file)}\t{string.Join('\t', cells)}");
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
            progress.Documents.Add(1);
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
        progress.Wrote(path);
        return path;
    }

    private async Task WriteAsync<T>(string name, T value)
    {
        await using var file = File.Create(Path.Combine(folder, name));
        await JsonSerializer.SerializeAsync(file, value, Json, cancellationToken);
    }
}

using System.CommandLine;
using System.Net;
using System.Text.Json;
using static Ita.LocalHost.Commands.OnceText;

namespace Ita.LocalHost.Commands;

/// <summary>Checks the framework file of a year, JSON or XLSX, and prints its faults with their places; nothing is stored.</summary>
internal static class CheckFrameworkCommand
{
    private static readonly string[] Cells = ["sheet", "line", "field", "code", "detail", "detailEn"];

    public static Command Create(CancellationToken cancellationToken)
    {
        var app = CommonOptions.App(isRequired: true);
        var file = new Argument<string>("FILE") { Description = "the framework of a year, JSON or XLSX" };
        file.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && !File.Exists(word.Value))
            {
                result.AddError($"There is no file '{word.Value}'.");
            }
        });
        var samples = CommonOptions.Samples("not used");
        var check = new Command("check-framework", "Checks a framework file and prints its faults.")
        {
            file, samples, app, CommonOptions.Packages, CommonOptions.Log,
        };
        check.SetAction((words, _) => words.WithLogAsync(async log =>
        {
            var folders = new StackFolders(words.GetValue(app)!, words.GetValue(CommonOptions.Packages)!, Data: null);
            await using var stack = await LocalStack.StartAsync(folders, port: 0, storagePorts: null, key: null, log, cancellationToken);
            return await RunAsync(stack.Api, words.GetValue(file)!, Console.Out, cancellationToken);
        }));
        return check;
    }

    /// <summary>Returns 0, or 1 when the file has faults.</summary>
    internal static async Task<int> RunAsync(ApiClient api, string file, TextWriter output, CancellationToken cancellationToken)
    {
        var (status, body) = await api.CheckAsync("frameworks/check", file, cancellationToken);
        var name = Path.GetFileName(file);
        if (status == HttpStatusCode.OK)
        {
            await output.WriteLineAsync($"valid\t{name}\t{body.GetProperty("fiscalYear")}\t{body.GetProperty("items")}");
            return 0;
        }

        var faults = body.GetProperty("errors").EnumerateArray().ToList();
        foreach (var cells in faults.Count == 0 ? [["", "", "", .. Texts(body, ["code", "detail", "detailEn"])]]
            : faults.Select(fault => Texts(fault, Cells)))
        {
            await output.WriteLineAsync($"refused\t{name}\t{string.Join('\t', cells)}");
        }

        return 1;
    }

    private static string[] Texts(JsonElement of, string[] names) => [.. names.Select(name => OneLine(of.GetProperty(name).ToString()))];
}

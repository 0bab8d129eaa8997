using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Ita.Tests;

namespace Ita.App.Tests.Infra;

/// <summary>The Bicep compiler of the package Azure.Bicep.CommandLine, with its working folder.</summary>
internal static class Bicep
{
    /// <summary>A placeholder that is long enough for every key; not a real key.</summary>
    public const string AnyKey = "0123456789abcdef0123456789abcdef";

    private static readonly string Compiler =
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Bicep").Value!;

    private static readonly ConcurrentDictionary<string, Task<JsonElement>> Built = new();

    public static string Folder { get; } = Repository.PathOf("infra");

    /// <summary>Every Bicep file of infra/, by its relative path.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.bicep*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam")
            .Select(file => Path.GetRelativePath(Folder, file))
            .Order(StringComparer.Ordinal)];

    /// <summary>Runs the compiler with the environment of a deployment.</summary>
    /// <param name="environment">Additional variables; a null value removes one.</param>
    public static async Task<BicepRun> RunAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(Compiler, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // The compiler then needs no ICU, and without a home folder it finds no settings of the machine.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        start.Environment["DOTNET_BUNDLE_EXTRACT_BASE_DIR"] = Path.Combine(Path.GetTempPath(), "ita-bicep");
        foreach (var key in new[] { "ITA_OPERATOR_KEY", "ITA_EVENT_KEY", "ITA_HOST_KEY" })
        {
            start.Environment[key] = AnyKey;
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new BicepRun(process.ExitCode, await output, await error);
    }

    /// <summary>The ARM template that a file compiles to. Compiled once; a diagnostic fails the test.</summary>
    public static Task<JsonElement> BuildAsync(string file) => Built.GetOrAdd(file, async name =>
    {
        var run = await RunAsync(["build", Path.Combine(Folder, name), "--stdout"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonSerializer.Deserialize<JsonElement>(run.Output);
    });

    /// <summary>The resources that a deployment with a parameter file would create: expressions are evaluated as far
    /// as possible without Azure.</summary>
    public static async Task<JsonElement> SnapshotAsync(string parameters, IReadOnlyDictionary<string, string?>? environment = null)
    {
        // The compiler writes its output next to the parameter file, so it runs on a copy of the folder.
        var copy = Directory.CreateTempSubdirectory("ita-infra-");
        try
        {
            foreach (var file in Files.Append("names.json").Append("bicepconfig.json"))
            {
                var target = Path.Combine(copy.FullName, file);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(Path.Combine(Folder, file), target);
            }

            var source = Path.Combine(copy.FullName, parameters);
            var run = await RunAsync(["snapshot", source, "--mode", "overwrite", "--subscription-id", Guid.Empty.ToString()], environment);
            Assert.True(run.ExitCode == 0, run.Error);
            return JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.ChangeExtension(source, "snapshot.json")));
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }
}

internal sealed record BicepRun(int ExitCode, string Output, string Error);

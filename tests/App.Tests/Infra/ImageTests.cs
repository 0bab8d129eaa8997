using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Ita.App.Tests.Hosting;
using Ita.Tests;

namespace Ita.App.Tests.Infra;

/// <summary>Checks the image as far as possible without Docker. infra/try-publish runs the commands of the
/// Dockerfile.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class ImageTests : IDisposable
{
    private static readonly string Dockerfile = File.ReadAllText(Repository.PathOf("infra", "Dockerfile"));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ita-image-");

    [Fact]
    public void Every_file_the_image_copies_from_the_repository_is_there()
    {
        var patterns = CopyLine().Matches(Dockerfile).SelectMany(match => match.Groups[1].Value.Split(' ')[..^1]).ToList();

        Assert.Contains("src", patterns);
        Assert.All(patterns, pattern => Assert.True(
            Path.Exists(Repository.PathOf(pattern)) || Directory.EnumerateFileSystemEntries(Repository.Root, pattern).Any(),
            pattern));
    }

    [Fact]
    public void The_image_gets_every_npm_part_that_a_project_embeds()
    {
        var embedded = Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(file => NpmScope().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct()
            .ToList();

        Assert.NotEmpty(embedded);
        Assert.All(embedded, scope =>
            Assert.Contains($"COPY --from=fonts /source/node_modules/{scope} ./node_modules/{scope}\n", Dockerfile, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FUNCTIONS_WORKER_RUNTIME=dotnet-isolated")]
    [InlineData("ASPNETCORE_FORWARDEDHEADERS_ENABLED=true")]
    [InlineData("AzureWebJobsFeatureFlags=EnableWorkerIndexing")]
    [InlineData("--self-contained")]
    [InlineData("-p:NuGetLockFilePath=obj/publish.lock.json")]
    [InlineData("/home/site/wwwroot/.azurefunctions")]
    public void The_image_is_of_an_isolated_worker(string part) => Assert.Contains(part, Dockerfile, StringComparison.Ordinal);

    [Fact]
    public async Task An_image_without_a_digest_is_refused_and_one_with_a_digest_is_accepted()
    {
        var file = Write("Dockerfile", "ARG HOST_IMAGE=mcr.microsoft.com/a/b:4\nFROM ${HOST_IMAGE}\n");
        Assert.Equal(1, (await RunAsync("pin-images", ["--check"], ("DOCKERFILE", file))).Exit);

        Write("Dockerfile", $"ARG HOST_IMAGE=mcr.microsoft.com/a/b:4@sha256:{new string('0', 64)}\nFROM ${{HOST_IMAGE}}\n");
        Assert.Equal(0, (await RunAsync("pin-images", ["--check"], ("DOCKERFILE", file))).Exit);

        Write("Dockerfile", "ARG HOST_IMAGE=mcr.microsoft.com/a/b:4\nFROM debian:12\n");
        Assert.Equal(2, (await RunAsync("pin-images", ["--check"], ("DOCKERFILE", file))).Exit);
    }

    [Fact]
    public async Task The_digest_of_the_registry_is_written_behind_the_tag()
    {
        var digest = $"sha256:{new string('a', 64)}";
        var file = Write("Dockerfile", "ARG HOST_IMAGE=mcr.microsoft.com/a/b:4\nFROM ${HOST_IMAGE}\n");
        Write("curl", $"#!/bin/sh\nprintf 'HTTP/2 200\\r\\ndocker-content-digest: {digest}\\r\\n\\r\\n'\n", executable: true);

        var run = await RunAsync("pin-images", [], ("DOCKERFILE", file), ("PATH", $"{folder}:{Environment.GetEnvironmentVariable("PATH")}"));

        Assert.Equal((0, $"mcr.microsoft.com/a/b:4@{digest}\n"), (run.Exit, run.Output));
        Assert.StartsWith($"ARG HOST_IMAGE=mcr.microsoft.com/a/b:4@{digest}\n", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("infra/deploy")]
    [InlineData("azure.yaml")]
    public void A_deployment_checks_the_digests(string file) =>
        Assert.Contains("pin-images", File.ReadAllText(Repository.PathOf(file)), StringComparison.Ordinal);

    [Fact]
    public async Task Chromium_starts_without_the_environment_of_the_app_and_as_another_user_than_root()
    {
        var profile = folder.CreateSubdirectory("profile");
        var browser = Write("browser", "#!/bin/sh\nid -un\nenv | cut -d= -f1 | sort | tr '\\n' ' '\necho\necho \"$@\"\n", executable: true);
        File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_101_101);

        var run = await RunAsync(
            "chromium-unprivileged",
            ["--headless", "--no-sandbox", $"--user-data-dir={profile}", "a b"],
            ("CHROMIUM_BINARY", browser), ("CHROMIUM_USER", "nobody"), ("IDENTITY_HEADER", "secret"));

        var lines = run.Output.Split('\n');
        Assert.Equal(Environment.IsPrivilegedProcess ? "nobody" : Environment.UserName, lines[0]);
        Assert.Equal("HOME LANG PATH PWD", lines[1].Replace(" _", "", StringComparison.Ordinal).Trim());
        Assert.EndsWith($"--headless --user-data-dir={profile} a b", lines[2], StringComparison.Ordinal);
        // Without user namespaces, as in some containers, the wrapper adds --no-sandbox and prints the reason.
        Assert.Equal(
            run.Error.Contains("without its sandbox", StringComparison.Ordinal),
            lines[2].StartsWith("--no-sandbox ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_reads_pictures_starts_without_the_environment_of_the_app_and_as_another_user_than_root()
    {
        var run = await RunAsync(
            "unprivileged",
            ["/bin/sh", "-c", "id -un; env | cut -d= -f1 | sort | tr '\n' ' '"],
            ("UNPRIVILEGED_USER", "nobody"), ("IDENTITY_HEADER", "secret"));

        var lines = run.Output.Split('\n');
        Assert.Equal(Environment.IsPrivilegedProcess ? "nobody" : Environment.UserName, lines[0]);
        Assert.Equal("DOTNET_EnableDiagnostics HOME LANG PATH PWD", lines[1].Replace(" _", "", StringComparison.Ordinal).Trim());
    }

    // The worker looks for the script at this place.
    [Fact]
    public void Programs_that_read_what_strangers_sent_are_started_by_their_scripts()
    {
        Assert.Contains("COPY infra/chromium-unprivileged infra/unprivileged /usr/local/bin/\n", Dockerfile, StringComparison.Ordinal);
        Assert.Contains("CHROMIUM_PATH=/usr/local/bin/chromium-unprivileged\n", Dockerfile, StringComparison.Ordinal);
        Assert.Contains("\"/usr/local/bin/unprivileged\"", File.ReadAllText(Repository.PathOf("src", "App", "Measures", "PictureProcess.cs")));
    }

    [Fact]
    public void Every_file_of_the_app_that_a_command_of_the_image_names_is_in_the_built_app()
    {
        var named = AppFile().Matches(Dockerfile).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.Contains("Ita.Functions", named);
        Assert.Contains(".azurefunctions/function.deps.json", named);
        // A publish for one machine has its native libraries beside the assemblies; a build has one folder per machine.
        Assert.All(named, file => Assert.True(
            Path.Exists(Path.Combine(BuiltApp.Folder, file)) || Path.Exists(Path.Combine(BuiltApp.Folder, "runtimes", "linux-x64", "native", file)),
            file));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Write(string name, string content, bool executable = false)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, content);
        if (executable)
        {
            File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
        }

        return file;
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(
        string script, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start =
            new ProcessStartInfo(Repository.PathOf("infra", script), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    [GeneratedRegex(@"/home/site/wwwroot/([\w./]*\w)")]
    private static partial Regex AppFile();

    [GeneratedRegex("node_modules/(@?[^/]+)/")]
    private static partial Regex NpmScope();

    [GeneratedRegex(@"^COPY (?!--from)(.+)$", RegexOptions.Multiline)]
    private static partial Regex CopyLine();
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Ita.App.Storage;
using Ita.App.Tests.Contract;
using Ita.Tests;
using Ita.App.Tests.Hosting;
using Microsoft.Extensions.Configuration;

namespace Ita.App.Tests.Infra;

/// <summary>What the code uses is deployed, and what is deployed the code uses. A new name is one line in infra/names.json.</summary>
public sealed partial class NamesTests
{
    private static readonly string[] Sources = ["App", "Functions", "Reports", "Intake", "Domain"];
    private static readonly string[] ParameterFiles = [.. Directory.EnumerateFiles(Repository.PathOf("infra", "parameters"))];

    [Fact]
    public void Every_container_is_deployed_and_used() => Same(StorageNames.Containers.All, InfraNames.All.Containers);

    [Fact]
    public void Every_table_is_deployed_and_used() => Same(StorageNames.Tables.All, InfraNames.All.Tables);

    [Fact]
    public void Every_queue_and_its_poison_is_deployed_and_used() => Same(StorageNames.Queues.All, InfraNames.All.Queues);

    [Fact]
    public void Every_queue_of_a_function_is_deployed() =>
        Assert.Empty(FunctionMetadata.All.Select(function => function.Queue).OfType<string>().Except(InfraNames.All.Queues));

    [Fact]
    public void Where_a_blob_trigger_is_so_is_the_hosts_own_poison_queue() => Assert.Equal(
        BlobTriggers().Any(),
        InfraNames.All.Platform.Queues.Contains("webjobs-blobtrigger-poison"));

    [Fact]
    public void Every_setting_the_code_reads_is_deployed_and_every_deployed_one_is_read() =>
        Same(SettingsInCode().Concat(SettingsInBindings()).Distinct(), InfraNames.All.Settings.Select(setting => setting.Name));

    [Fact]
    public void Every_binding_uses_the_one_storage_that_is_deployed() => Assert.All(
        FunctionMetadata.All.SelectMany(function => function.Bindings).Select(binding => FunctionMetadata.Text(binding, "connection")).OfType<string>(),
        connection => Assert.Equal(StorageSettings.Name, connection));

    [Fact]
    public void The_storage_settings_as_deployed_are_enough_for_the_app()
    {
        var deployed = StorageSetting().Matches(AppModule()).Select(match => match.Value)
            .Concat(InfraNames.All.HostSettings.Select(setting => setting.Name).Where(name => StorageSetting().IsMatch(name)))
            .ToDictionary(name => name.Replace("__", ":", StringComparison.Ordinal), name =>
                InfraNames.All.HostSettings.SingleOrDefault(setting => setting.Name == name)?.Value ?? "account");

        var storage = RunningApp.StorageBy(new ConfigurationBuilder().AddInMemoryCollection(deployed.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build());

        Assert.Equal("https://account.blob.core.windows.net/", storage.Blobs.Uri.AbsoluteUri);
        Assert.Contains(deployed.Keys, name => name.EndsWith("__clientId".Replace("__", ":", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_environment_gives_every_secret_and_only_settings_there_are() => Assert.All(ParameterFiles, file =>
    {
        var given = GivenSetting().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).ToList();
        Assert.Empty(InfraNames.All.Secrets.Append("ANNUAL_SCHEDULE").Except(given));
        Assert.Empty(given.Except(InfraNames.All.Settings.Select(setting => setting.Name)));
    });

    [Fact]
    public void So_does_azd()
    {
        var parameters = InfraNames.AzdParameters().ToDictionary(parameter => parameter.Name, parameter => parameter.Value.GetProperty("value"));

        Same(parameters["secretSettings"].EnumerateObject().Select(setting => setting.Name), InfraNames.All.Secrets);
        Assert.Empty(parameters["settings"].EnumerateObject().Select(setting => setting.Name).Except(InfraNames.All.Plain));
    }

    [Fact]
    public void Every_setting_is_explained_in_the_operations_page()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "operations.md"));

        Assert.All(InfraNames.All.Settings, setting => Assert.Contains($"| `{setting.Name}` |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Event_grid_tells_the_function_that_watches_the_container()
    {
        var trigger = Assert.Single(BlobTriggers());
        var container = FunctionMetadata.Text(trigger.Binding, "path")!.Split('/')[0];
        var subscription = File.ReadAllText(Repository.PathOf("infra", "uploads.bicep"));

        Assert.Equal("EventGrid", FunctionMetadata.Text(trigger.Binding, "source"));
        Assert.Contains($"functionName=Host.Functions.{trigger.Function}&", subscription, StringComparison.Ordinal);
        Assert.Contains($"'/blobServices/default/containers/{container}/blobs/'", subscription, StringComparison.Ordinal);
        Assert.Contains($"blobContainerName: '{Assert.Single(InfraNames.All.Platform.Containers)}'", subscription, StringComparison.Ordinal);
    }

    [Fact]
    public void The_image_is_made_of_files_that_are_there_and_can_start_the_handler()
    {
        var dockerfile = File.ReadAllText(Repository.PathOf("infra", "Dockerfile"));
        var handler = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Repository.PathOf("host.json")))
            .GetProperty("customHandler").GetProperty("description").GetProperty("defaultExecutablePath").GetString();
        var copied = CopyLine().Matches(dockerfile).SelectMany(match => match.Groups[1].Value.Split(' ')[..^1]);

        Assert.All(copied, path => Assert.True(Path.Exists(Repository.PathOf(path)), path));
        Assert.Contains($"chmod +x /home/site/wwwroot/{handler}", dockerfile, StringComparison.Ordinal);
        Assert.Contains("--self-contained", dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void The_image_is_built_with_every_npm_part_that_a_project_embeds()
    {
        var dockerfile = File.ReadAllText(Repository.PathOf("infra", "Dockerfile"));
        var embedded = Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(file => NpmScope().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct()
            .ToList();

        Assert.NotEmpty(embedded);
        Assert.All(embedded, scope => Assert.Contains($"COPY --from=fonts /source/node_modules/{scope} ./node_modules/{scope}\n", dockerfile, StringComparison.Ordinal));
    }

    private static void Same(IEnumerable<string> code, IEnumerable<string> infra) =>
        Assert.Equal(code.Order(StringComparer.Ordinal), infra.Order(StringComparer.Ordinal));

    // By habit a setting is spelled in capitals with underscores, and nothing else is.
    private static IEnumerable<string> SettingsInCode() => Sources
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf("src", folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
        .SelectMany(file => SettingName().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));

    private static IEnumerable<string> SettingsInBindings() => FunctionMetadata.All
        .SelectMany(function => function.Bindings)
        .SelectMany(binding => Placeholder().Matches(binding.GetRawText()).Select(match => match.Groups[1].Value));

    private static IEnumerable<(string Function, JsonElement Binding)> BlobTriggers() => FunctionMetadata.All
        .SelectMany(function => new[] { function.Trigger }, (function, binding) => (function.Function, binding))
        .Where(trigger => FunctionMetadata.TypeOf(trigger.binding) == "blobTrigger");

    private static string AppModule() => File.ReadAllText(Repository.PathOf("infra", "modules", "app.bicep"));

    [GeneratedRegex("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"")]
    private static partial Regex SettingName();

    [GeneratedRegex("%([A-Za-z_]+)%")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"AzureWebJobsStorage__\w+")]
    private static partial Regex StorageSetting();

    [GeneratedRegex(@"^  ([A-Z][A-Z_]+):", RegexOptions.Multiline)]
    private static partial Regex GivenSetting();

    [GeneratedRegex("node_modules/(@?[^/]+)/")]
    private static partial Regex NpmScope();

    [GeneratedRegex(@"^COPY (?!--from)(.+)$", RegexOptions.Multiline)]
    private static partial Regex CopyLine();
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Ita.App.Storage;
using Ita.App.Tests.Contract;
using Ita.App.Tests.Hosting;
using Ita.App.Web;
using Ita.Tests;
using Microsoft.Extensions.Configuration;

namespace Ita.App.Tests.Infra;

/// <summary>The names in code and in the deployment are the same. A new name is added in infra/names.json.</summary>
public sealed partial class NamesTests(Deployment deployment) : IClassFixture<Deployment>
{
    private static readonly string[] Sources = ["App", "Functions", "Reports", "Intake", "Domain"];

    // Set by infra from its own resources, or by an operator who collects telemetry elsewhere.
    private static readonly string[] TelemetrySettings = ["APPLICATIONINSIGHTS_CONNECTION_STRING", "OTEL_EXPORTER_OTLP_ENDPOINT"];

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
    public void Every_container_table_and_queue_is_created_by_the_deployment()
    {
        Same(
            InfraNames.All.Containers.Concat(InfraNames.All.Host.Containers).Append(InfraNames.All.DeadLetters),
            deployment.Names("Microsoft.Storage/storageAccounts/blobServices/containers"));
        Same(InfraNames.All.Tables, deployment.Names("Microsoft.Storage/storageAccounts/tableServices/tables"));
        Same(InfraNames.All.Queues.Concat(InfraNames.All.Host.Queues), deployment.Names("Microsoft.Storage/storageAccounts/queueServices/queues"));
    }

    [Fact]
    public void The_queues_of_the_blob_trigger_are_there_and_named_as_the_host_names_them()
    {
        Assert.NotEmpty(BlobTriggers());
        Same([$"azure-webjobs-blobtrigger-{InfraNames.All.Host.Id}", "webjobs-blobtrigger-poison"], InfraNames.All.Host.Queues);
        Assert.Equal(InfraNames.All.Host.Id, deployment.AppSettings()["AzureFunctionsWebHost__hostid"]);
        Assert.Equal(["azure-webjobs-hosts"], InfraNames.All.Host.Containers);
    }

    [Fact]
    public void Every_queue_with_a_function_has_a_poison_queue_with_one() => Assert.All(
        FunctionMetadata.All.Select(function => function.Queue).OfType<string>()
            .Where(name => !name.EndsWith(StorageNames.Queues.PoisonSuffix, StringComparison.Ordinal)),
        name => Assert.Contains($"{name}{StorageNames.Queues.PoisonSuffix}", InfraNames.All.Queues));

    [Fact]
    public void Every_setting_the_code_reads_is_deployed_and_every_deployed_one_is_read() =>
        Same(SettingsInCode().Concat(SettingsInBindings()).Distinct(), InfraNames.All.Settings.Select(setting => setting.Name));

    [Fact]
    public void Every_binding_uses_the_one_storage_that_is_deployed() => Assert.All(
        FunctionMetadata.All.SelectMany(function => function.Bindings)
            .Select(binding => FunctionMetadata.Text(binding, "connection")).OfType<string>(),
        connection => Assert.Equal(StorageSettings.Name, connection));

    [Fact]
    public void The_storage_settings_as_deployed_are_enough_for_the_app()
    {
        var deployed = deployment.AppSettings()
            .Where(setting => setting.Key.StartsWith($"{StorageSettings.Name}__", StringComparison.Ordinal))
            .ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => setting.Value ?? "known-to-azure");

        var storage = RunningApp.StorageBy(
            new ConfigurationBuilder().AddInMemoryCollection(deployed.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build());

        Assert.Matches(@"^https://stita\w{8}\.blob\.core\.windows\.net/$", storage.Blobs.Uri.AbsoluteUri);
        Assert.Contains($"{StorageSettings.Name}:clientId", deployed.Keys);
    }

    [Fact]
    public void The_app_gets_every_secret_by_reference_and_the_settings_of_the_host()
    {
        var settings = deployment.AppSettings();

        Assert.All(InfraNames.All.HostSettings, setting => Assert.Equal(setting.Value, settings[setting.Name]));
        Assert.All(InfraNames.All.Secrets, name => Assert.Null(settings[name]));
        Assert.Equal("dotnet-isolated", settings["FUNCTIONS_WORKER_RUNTIME"]);
    }

    [Fact]
    public void Every_environment_and_azd_give_the_schedule_and_only_settings_there_are()
    {
        var azd = InfraNames.AzdParameters().Single(parameter => parameter.Name == "settings").Value
            .GetProperty("value").EnumerateObject().Select(setting => setting.Name);
        var given = ParameterFiles.Select(file => GivenSetting().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Append(azd);

        Assert.All(given, names =>
        {
            Assert.Contains("ANNUAL_SCHEDULE", names);
            Assert.Empty(names.Except(InfraNames.All.Plain));
        });
    }

    [Fact]
    public void Every_setting_is_explained_in_the_operations_page()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "operations.md"));

        Assert.All(InfraNames.All.Settings, setting => Assert.Contains($"| `{setting.Name}` |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Event_grid_reports_to_the_function_that_watches_the_container()
    {
        var trigger = Assert.Single(BlobTriggers());
        var container = FunctionMetadata.Text(trigger.Binding, "path")!.Split('/')[0];
        var subscription = File.ReadAllText(Repository.PathOf("infra", "modules", "subscription.bicep"));

        Assert.Equal("EventGrid", FunctionMetadata.Text(trigger.Binding, "source"));
        Assert.Contains(
            $"functionName=Host.Functions.{trigger.Function}&",
            File.ReadAllText(Repository.PathOf("infra", "uploads.bicep")),
            StringComparison.Ordinal);
        Assert.Contains($"'/blobServices/default/containers/{container}/blobs/'", subscription, StringComparison.Ordinal);
    }

    private static void Same(IEnumerable<string> code, IEnumerable<string> infra) =>
        Assert.Equal(code.Order(StringComparer.Ordinal), infra.Order(StringComparer.Ordinal));

    // By convention, only settings are written in capitals with underscores.
    private static IEnumerable<string> SettingsInCode() => Sources
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf("src", folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
        .SelectMany(file => SettingName().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
        .Except(TelemetrySettings);

    private static IEnumerable<string> SettingsInBindings() => FunctionMetadata.All
        .SelectMany(function => function.Bindings)
        .SelectMany(binding => Placeholder().Matches(binding.GetRawText()).Select(match => match.Groups[1].Value));

    private static IEnumerable<(string Function, JsonElement Binding)> BlobTriggers() => FunctionMetadata.All
        .SelectMany(function => new[] { function.Trigger }, (function, binding) => (function.Function, binding))
        .Where(trigger => FunctionMetadata.TypeOf(trigger.binding) == "blobTrigger");

    [GeneratedRegex("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"")]
    private static partial Regex SettingName();

    [GeneratedRegex("%([A-Za-z_]+)%")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^  ([A-Z][A-Z_]+):", RegexOptions.Multiline)]
    private static partial Regex GivenSetting();
}

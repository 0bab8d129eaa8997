using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ita.App.Tests.Infra;

/// <summary>The compiler accepts every Bicep file without a diagnostic, and no template reveals a secret.</summary>
public sealed partial class BicepTests(Deployment deployment) : IClassFixture<Deployment>
{
    private const string Settings = "bicepconfig.json";

    private static readonly string[] Roots = ["main.bicep", "uploads.bicep"];

    public static TheoryData<string> ParameterFiles => [.. Bicep.Files.Where(file => Path.GetExtension(file) == ".bicepparam")];

    [Fact]
    public async Task Every_file_compiles_without_a_diagnostic()
    {
        var lint = await LintAsync(Bicep.Folder);

        Assert.Equal((0, ""), (lint.ExitCode, lint.Output + lint.Error));
        Assert.All(await Task.WhenAll(Roots.Select(Bicep.BuildAsync)), template => Assert.True(template.TryGetProperty("resources", out _)));
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task Every_file_of_parameters_compiles(string file)
    {
        var build = await Bicep.RunAsync(["build-params", Path.Combine(Bicep.Folder, file), "--stdout"]);

        Assert.Equal((0, ""), (build.ExitCode, build.Error));
    }

    [Theory]
    [InlineData("a.bicep", "param unused string\n", "no-unused-params")]
    [InlineData("b.bicep", "@secure()\nparam a string\noutput b string = a\n", "outputs-should-not-contain-secrets")]
    [InlineData("c.bicep", "param = 'x'\n", "BCP")]
    [InlineData("d.bicepparam", "using none\nparam x = 1\nparam x = 2\n", "BCP")]
    public async Task A_faulty_file_in_any_folder_is_noticed_and_a_warning_is_an_error(string name, string source, string code)
    {
        var folder = Directory.CreateTempSubdirectory("ita-faulty-");
        File.Copy(Path.Combine(Bicep.Folder, Settings), Path.Combine(folder.FullName, Settings));
        await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("modules").FullName, name), source);

        var run = await LintAsync(folder.FullName);
        folder.Delete(recursive: true);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains($"Error {code}", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ITA_OPERATOR_KEY")]
    [InlineData("ITA_EVENT_KEY")]
    [InlineData("ITA_HOST_KEY")]
    public async Task A_key_must_be_given_and_have_32_characters(string name)
    {
        foreach (var key in new[] { null, Bicep.AnyKey[1..] })
        {
            var run = await Bicep.RunAsync(
                ["lint", Path.Combine(Bicep.Folder, "parameters", "prod.bicepparam")],
                new Dictionary<string, string?> { [name] = key });
            Assert.NotEqual(0, run.ExitCode);
        }
    }

    [Fact]
    public async Task Every_module_is_used()
    {
        var sources = await Task.WhenAll(Bicep.Files.Select(file => File.ReadAllTextAsync(Path.Combine(Bicep.Folder, file))));
        var used = sources.SelectMany(source => ModulePath().Matches(source)).Select(match => match.Groups[1].Value);

        Assert.Equal(
            Bicep.Files.Where(file => file.EndsWith(".bicep", StringComparison.Ordinal)).Except(Roots),
            used.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_environment_and_azd_give_main_the_parameters_it_asks_for()
    {
        var main = (await Bicep.BuildAsync("main.bicep")).GetProperty("parameters").EnumerateObject().ToList();
        var azd = InfraNames.AzdParameters().Select(parameter => parameter.Name).ToList();

        Assert.Equal(
            ["parameters/dev.bicepparam", "parameters/prod.bicepparam", "parameters/test.bicepparam"],
            Bicep.Files.Where(file => file.EndsWith(".bicepparam", StringComparison.Ordinal)));
        Assert.Empty(main.Where(parameter => !parameter.Value.TryGetProperty("defaultValue", out _)).Select(parameter => parameter.Name).Except(azd));
        Assert.Empty(azd.Except(main.Select(parameter => parameter.Name)));
    }

    [Fact]
    public async Task A_resource_has_one_version_everywhere_and_a_dated_one()
    {
        var templates = await Task.WhenAll(Roots.Select(Bicep.BuildAsync));

        Assert.All(
            templates.SelectMany(template => Template.Resources(template))
                .Where(resource => resource.Type != "Microsoft.Resources/deployments").Distinct().GroupBy(resource => resource.Type),
            versions => Assert.Matches(Dated(), Assert.Single(versions).Version));
    }

    [Fact]
    public void Storage_registry_and_telemetry_accept_no_keys()
    {
        var storage = deployment.One("Microsoft.Storage/storageAccounts");
        Assert.False(storage.GetProperty("allowSharedKeyAccess").GetBoolean());
        Assert.False(storage.GetProperty("allowBlobPublicAccess").GetBoolean());
        Assert.False(deployment.One("Microsoft.ContainerRegistry/registries").GetProperty("adminUserEnabled").GetBoolean());
        Assert.True(deployment.One("Microsoft.Insights/components").GetProperty("DisableLocalAuth").GetBoolean());
        Assert.True(deployment.One("Microsoft.OperationalInsights/workspaces").GetProperty("features").GetProperty("disableLocalAuth").GetBoolean());
    }

    [Fact]
    public async Task A_secret_is_a_secure_parameter_and_in_no_output()
    {
        foreach (var template in (await Task.WhenAll(Roots.Select(Bicep.BuildAsync))).SelectMany(Template.WithNested))
        {
            var secure = Template.Parameters(template).Where(Template.IsSecure).Select(parameter => parameter.Name).ToList();
            Assert.All(
                Template.Parameters(template).Where(parameter => Secret().IsMatch(parameter.Name)),
                parameter => Assert.Contains(parameter.Name, secure));
            Assert.All(Template.Outputs(template), output =>
            {
                Assert.DoesNotContain(secure, name => output.Contains($"parameters('{name}')", StringComparison.Ordinal));
                Assert.DoesNotMatch(Secret(), output);
            });
        }

        Assert.DoesNotMatch(Secret(), deployment.Outputs.GetRawText());
    }

    [Fact]
    public async Task Keys_of_resources_are_never_read_and_no_file_contains_a_key()
    {
        Assert.All(await Task.WhenAll(Roots.Select(Bicep.BuildAsync)), template => Assert.DoesNotMatch(ListKeys(), template.GetRawText()));
        Assert.All(
            Bicep.Files.Select(file => File.ReadAllText(Path.Combine(Bicep.Folder, file))).SelectMany(source => GivenKey().Matches(source)),
            given => Assert.StartsWith("readEnvironmentVariable('ITA_", given.Groups[1].Value, StringComparison.Ordinal));
        Assert.All(
            InfraNames.AzdParameters().Where(parameter => Secret().IsMatch(parameter.Name)),
            parameter => Assert.Matches(@"^\$\{ITA_\w+_(KEY|PASSWORD=|SECRET=)\}$", parameter.Value.GetProperty("value").GetString()));
    }

    /// <summary>Every file of a folder and the folders in it, with one start of the compiler, which takes seconds.</summary>
    private static Task<BicepRun> LintAsync(string folder) => Bicep.RunAsync(["lint", "--pattern", Path.Combine(folder, "**", "*.bicep*")]);

    [GeneratedRegex(@"^20\d\d-\d\d-\d\d(-preview)?$")]
    private static partial Regex Dated();

    [GeneratedRegex(@"^module \w+ '(?:\./)?([\w/]+\.bicep)'", RegexOptions.Multiline)]
    private static partial Regex ModulePath();

    [GeneratedRegex(@"^param \w*(?:[kK]ey|Password|Secret) = (.+)$", RegexOptions.Multiline)]
    private static partial Regex GivenKey();

    [GeneratedRegex(@"\blist\w*\(")]
    private static partial Regex ListKeys();

    [GeneratedRegex("secret|key|password|connectionstring|endpointUrl", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}

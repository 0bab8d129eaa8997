using System.Text.RegularExpressions;

namespace Ita.App.Tests.Infra;

/// <summary>What can be told of the Bicep files without Azure: that they can be read, fit together and give no secret away.</summary>
public sealed partial class BicepTests(Infrastructure infra) : IClassFixture<Infrastructure>
{
    // Nobody calls these but a person.
    private static readonly string[] Roots = ["main.bicep", "uploads.bicep"];

    [Fact]
    public void Every_file_can_be_read() => Assert.All(infra.Files, file => Assert.True(file.Faults.Count == 0, $"{file}: {string.Join("; ", file.Faults)}"));

    [Theory]
    [InlineData("var a = {\n  b: 1\n", 1)]
    [InlineData("param = 'x'\n", 1)]
    [InlineData("resource a 'b@1' {\n}\n", 1)]
    [InlineData("param a string\n", 0)]
    public async Task A_file_that_cannot_be_read_is_noticed(string source, int atLeast)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.bicep");
        await File.WriteAllTextAsync(file, source);

        var faults = (await Infrastructure.ReadAsync(file)).Single().Faults;
        File.Delete(file);

        Assert.True(atLeast == 0 ? faults.Count == 0 : faults.Count >= atLeast, string.Join("; ", faults));
    }

    [Fact]
    public void Every_module_is_there_and_gets_the_parameters_it_asks_for() => Assert.All(
        infra.Templates.SelectMany(file => file.Modules, (file, module) => (file, module)),
        use => Fits(infra[use.file.PathOf(use.module.Path)], use.module.Params));

    [Fact]
    public void Every_file_is_used() => Assert.Equal(
        infra.Templates.Select(file => file.File).Order(StringComparer.Ordinal),
        infra.Templates.SelectMany(file => file.Modules.Select(module => file.PathOf(module.Path)))
            .Concat(Roots.Select(root => Path.Combine(Infrastructure.Folder, root)))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Every_file_that_is_read_is_there() =>
        Assert.All(infra.Files.SelectMany(file => file.Reads.Select(file.PathOf)), path => Assert.True(File.Exists(path), path));

    [Fact]
    public void Every_environment_gives_main_what_it_asks_for()
    {
        Assert.Equal(["dev", "prod", "test"], infra.Parameters.Select(file => Path.GetFileNameWithoutExtension(file.File)));
        Assert.All(infra.Parameters, file => Fits(infra[file.PathOf(file.Reads.Single())], file.Assigned));
        Fits(infra[Path.Combine(Infrastructure.Folder, "main.bicep")], InfraNames.AzdParameters().Select(parameter => parameter.Name));
    }

    [Fact]
    public void Every_name_that_is_used_has_been_declared_and_the_other_way_round() => Assert.All(infra.Templates, file =>
    {
        Assert.Empty(file.Used.Except(file.Declared));
        Assert.Empty(file.Known.Except(file.Used));
    });

    [Fact]
    public void A_resource_has_one_version_everywhere_and_a_dated_one() => Assert.All(
        infra.Templates.SelectMany(file => file.Resources).Distinct().GroupBy(resource => resource.Split('@')[0]),
        versions => Assert.Matches(Dated(), Assert.Single(versions)));

    [Fact]
    public void Nobody_asks_for_a_key_of_a_resource() =>
        Assert.DoesNotContain(infra.Templates.SelectMany(file => file.Functions), name => name.Contains("list", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Storage_registry_and_telemetry_take_no_keys() => Assert.All(
        new (string File, string Line)[]
        {
            ("storage", "allowSharedKeyAccess: false"), ("storage", "allowBlobPublicAccess: false"), ("registry", "adminUserEnabled: false"),
            ("logs", "DisableLocalAuth: true"), ("logs", "disableLocalAuth: true"),
        },
        rule => Assert.Contains(rule.Line, File.ReadAllText(Path.Combine(Infrastructure.Folder, "modules", $"{rule.File}.bicep")), StringComparison.Ordinal));

    [Fact]
    public void What_is_secret_is_marked_and_never_put_out() => Assert.All(infra.Templates, file =>
    {
        Assert.All(file.Params.Where(parameter => Secret().IsMatch(parameter.Name)), parameter => Assert.True(parameter.Secure, parameter.Name));
        var secure = file.Params.Where(parameter => parameter.Secure).Select(parameter => parameter.Name).ToList();
        Assert.All(file.Outputs, output => Assert.DoesNotContain(secure, name => output.Contains(name, StringComparison.Ordinal)));
        Assert.All(file.Outputs, output => Assert.DoesNotMatch(Secret(), output));
    });

    private static void Fits(BicepFile asked, IEnumerable<string> given)
    {
        var names = given.ToList();
        Assert.True(asked.Required.All(names.Contains), $"{asked} is not given {string.Join(", ", asked.Required.Except(names))}");
        Assert.True(names.All(asked.Known.Contains), $"{asked} knows no {string.Join(", ", names.Except(asked.Known))}");
    }

    [GeneratedRegex(@"^Microsoft\.\w+/[\w/]+@20\d\d-\d\d-\d\d(-preview)?$")]
    private static partial Regex Dated();

    [GeneratedRegex("secret|key|password|connectionstring", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}

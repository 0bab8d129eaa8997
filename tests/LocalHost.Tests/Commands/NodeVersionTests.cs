using System.Text.Json;
using System.Text.RegularExpressions;
using Ita.Tests;

namespace Ita.LocalHost.Tests.Commands;

/// <summary>package.json states the oldest supported Node; scripts/setup.sh reads it there.</summary>
public sealed partial class NodeVersionTests
{
    [Fact]
    public void The_readme_names_the_version_that_package_json_asks_for()
    {
        var asked = JsonDocument.Parse(Read("package.json")).RootElement.GetProperty("engines").GetProperty("node").GetString()!;
        Assert.Matches(@"^>=\d+\.\d+\.0$", asked);
        Assert.Contains($"Node {asked[2..^2]} or newer", Read("README.md"), StringComparison.Ordinal);
    }

    // npm only warns when a package needs a newer Node.
    [Fact]
    public void No_package_asks_for_a_newer_one()
    {
        var packages = JsonDocument.Parse(Read("package-lock.json")).RootElement.GetProperty("packages").EnumerateObject().ToList();
        var asked = Oldest(packages.Single(package => package.Name.Length == 0).Value);
        Assert.All(packages, package => Assert.True(Oldest(package.Value) <= asked, package.Name));
    }

    [Fact]
    public void The_lock_names_no_registry() => Assert.DoesNotContain("\"resolved\":", Read("package-lock.json"), StringComparison.Ordinal);

    // The last alternative: "^18.19.0 || >=20.6.0" is 20.6.0.
    private static Version Oldest(JsonElement package) =>
        package.TryGetProperty("engines", out var engines) && engines.ValueKind == JsonValueKind.Object
            && engines.TryGetProperty("node", out var node) && Last().Match(node.GetString()!) is { Success: true } last
            ? new Version(int.Parse(last.Groups["major"].Value), last.Groups["minor"] is { Success: true } minor ? int.Parse(minor.Value) : 0)
            : new Version(0, 0);

    private static string Read(string name) => File.ReadAllText(Repository.PathOf(name));

    [GeneratedRegex(@">=\s*(?<major>\d+)(\.(?<minor>\d+))?[^>]*$")]
    private static partial Regex Last();
}

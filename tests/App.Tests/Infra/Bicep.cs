using System.Text.Json;
using Ita.App.Tests.Hosting;
using Ita.Tests;

namespace Ita.App.Tests.Infra;

/// <summary>What stands in one Bicep or Bicep parameter file.</summary>
/// <param name="File">Its path.</param>
/// <param name="Faults">Line and text of what the grammar cannot read.</param>
/// <param name="Assigned">Parameters a parameter file gives.</param>
/// <param name="Resources">Type and version of each resource.</param>
/// <param name="Functions">Every function it calls.</param>
/// <param name="Reads">Files it reads besides its modules, as written.</param>
/// <param name="Declared">Names it gives something.</param>
/// <param name="Used">Names it takes a value from.</param>
public sealed record BicepFile(
    string File,
    IReadOnlyList<string> Faults,
    IReadOnlyList<BicepParameter> Params,
    IReadOnlyList<string> Assigned,
    IReadOnlyList<BicepModule> Modules,
    IReadOnlyList<string> Resources,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<string> Functions,
    IReadOnlyList<string> Reads,
    IReadOnlyList<string> Declared,
    IReadOnlyList<string> Used)
{
    public IEnumerable<string> Required => Params.Where(parameter => parameter.Required).Select(parameter => parameter.Name);

    public IEnumerable<string> Known => Params.Select(parameter => parameter.Name);

    /// <summary>The path of a file named in this one.</summary>
    public string PathOf(string reference) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(File)!, reference));

    public override string ToString() => Path.GetRelativePath(Infrastructure.Folder, File);
}

public sealed record BicepParameter(string Name, bool Required, bool Secure);

/// <param name="Path">As written.</param>
/// <param name="Params">The names it is given.</param>
public sealed record BicepModule(string Path, IReadOnlyList<string> Params);

/// <summary>All files of infra/, read once for the tests of a class.</summary>
public sealed class Infrastructure : IAsyncLifetime
{
    private static readonly string Reader = Repository.PathOf("tests", "App.Tests", "Infra", "read-bicep.mjs");

    public static string Folder { get; } = Repository.PathOf("infra");

    public IReadOnlyList<BicepFile> Files { get; private set; } = [];

    public IEnumerable<BicepFile> Templates => Files.Where(file => file.File.EndsWith(".bicep", StringComparison.Ordinal));

    public IEnumerable<BicepFile> Parameters => Files.Where(file => file.File.EndsWith(".bicepparam", StringComparison.Ordinal));

    public BicepFile this[string path] => Files.Single(file => file.File == path);

    public static async Task<IReadOnlyList<BicepFile>> ReadAsync(params string[] files) =>
        JsonSerializer.Deserialize<List<BicepFile>>(await Node.RunAsync([Reader, .. files]), JsonSerializerOptions.Web)!;

    public async Task InitializeAsync() =>
        Files = await ReadAsync([.. Directory.EnumerateFiles(Folder, "*.bicep*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]);

    public Task DisposeAsync() => Task.CompletedTask;
}

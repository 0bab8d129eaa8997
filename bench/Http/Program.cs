using Ita.Bench.Http;
using Ita.Bench.Material;
using Ita.LocalHost.Commands;

// bench/run http [--build DIR]: measures the build of another clone in the same way.
var build = args is ["--build", var folder] ? Path.GetFullPath(folder) : Repository.At(".build");
var data = Directory.CreateTempSubdirectory("ita-http-").FullName;
try
{
    await using var store = await Azurite.StartAsync(Repository.Root, ports: null, data, CancellationToken.None);
    await HttpBench.RunAsync(build, store.ConnectionString, new FigureTable(Console.Out, "HTTP through LocalHost"));
}
finally
{
    Directory.Delete(data, recursive: true);
}

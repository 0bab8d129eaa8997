using Ita.Bench.Load;
using Ita.Bench.Material;

LoadOptions options;
try
{
    options = LoadOptions.Parse(args);
}
catch (FormatException misuse)
{
    Console.Error.WriteLine($"{misuse.Message}\n\n{LoadOptions.Usage}");
    return 2;
}

var data = Repository.At(".build", "load", $"{Environment.ProcessId}");
try
{
    await using var table = options.Out is { } to ? File.CreateText(to) : null;
    return await LoadRun.RunAsync(options, data, table ?? Console.Out);
}
finally
{
    if (Directory.Exists(data))
    {
        Directory.Delete(data, recursive: true);
    }
}

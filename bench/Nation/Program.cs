using Ita.Bench.Material;
using Ita.Bench.Nation;

NationOptions options;
try
{
    options = NationOptions.Parse(args);
}
catch (FormatException misuse)
{
    Console.Error.WriteLine($"{misuse.Message}\n\n{NationOptions.Usage}");
    return 2;
}

var data = Repository.At(".build", "nation", $"{Environment.ProcessId}");
var file = options.File ?? $"{data}.csv";
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
int rows;
await using (var written = File.Create(file))
{
    rows = NationFile.Write(written, options.Shape);
}

if (options.File is not null)
{
    Console.Error.WriteLine($"{rows} rows in {file}");
    return 0;
}

try
{
    await using var table = options.Out is { } to ? File.CreateText(to) : null;
    return await NationRun.RunAsync(options.Shape, file, rows, data, table ?? Console.Out);
}
finally
{
    File.Delete(file);
    if (Directory.Exists(data))
    {
        Directory.Delete(data, recursive: true);
    }
}

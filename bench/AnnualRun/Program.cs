using Ita.Bench.AnnualRun;
using Ita.Bench.Material;

AnnualOptions options;
try
{
    options = AnnualOptions.Parse(args);
}
catch (FormatException misuse)
{
    Console.Error.WriteLine($"{misuse.Message}\n\n{AnnualOptions.Usage}");
    return 2;
}

var folder = Repository.At(".build", "annual", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
Directory.CreateDirectory(folder);
try
{
    await using var table = options.Out is { } to ? File.CreateText(to) : null;
    await using var store = await BenchStore.StartAsync(folder);
    return await new AnnualBench(options, store, table ?? Console.Out).RunAsync() ? 0 : 1;
}
finally
{
    if (!options.Keep)
    {
        Directory.Delete(folder, recursive: true);
    }
}

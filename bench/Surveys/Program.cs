using Ita.Bench.Material;
using Ita.Bench.Surveys;

SurveysOptions options;
try
{
    options = SurveysOptions.Parse(args);
}
catch (FormatException misuse)
{
    Console.Error.WriteLine($"{misuse.Message}\n\n{SurveysOptions.Usage}");
    return 2;
}

var data = Repository.At(".build", "surveys", $"{Environment.ProcessId}");
try
{
    await using var table = options.Out is { } to ? File.CreateText(to) : null;
    return await SurveysRun.RunAsync(options, data, table ?? Console.Out);
}
finally
{
    if (Directory.Exists(data))
    {
        Directory.Delete(data, recursive: true);
    }
}

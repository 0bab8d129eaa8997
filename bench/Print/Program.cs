using Ita.Bench.Print;

if (args is [Cold.Ours or Cold.Bare])
{
    await Cold.PrintOnceAsync(args[0]);
    return;
}

var rounds = args is ["--rounds", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 20;
await PrintRun.RunAsync(rounds, Console.Out);

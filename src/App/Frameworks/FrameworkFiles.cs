using Ita.Domain.Frameworks.Checks;
using Ita.Intake.Frameworks;

namespace Ita.App.Frameworks;

/// <summary>Reads the file of a framework, whichever format it has.</summary>
internal static class FrameworkFiles
{
    /// <summary>The framework, or all faults with their places.</summary>
    public static ValueTask<FrameworkReading> ReadAsync(byte[] file, FrameworkCatalogue frameworks, CancellationToken cancellationToken) =>
        FrameworkForm.IsWorkbook(file)
            ? FrameworkForm.ReadAsync(file, frameworks, cancellationToken)
            : ValueTask.FromResult(FrameworkReading.ReadJson(file, frameworks));
}

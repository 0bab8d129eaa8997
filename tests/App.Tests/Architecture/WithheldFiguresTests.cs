using Ita.App.Results;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Ita.App.Tests.Architecture;

/// <summary>Endpoints, pages and reports read results without their withheld figures.</summary>
public sealed class WithheldFiguresTests
{
    [Theory]
    [InlineData("ReadWholeAsync", nameof(Withholding), nameof(ResultBlobs))]
    [InlineData("BytesAsync", nameof(ResultBlobs), nameof(ResultRevision))]
    public void Whole_results_are_read_by_few_classes_only(string method, params string[] readers)
    {
        using var app = ModuleDefinition.ReadModule(typeof(ResultBlobs).Assembly.Location);

        var callers = app.GetAllTypes()
            .Where(type => type.Methods.Any(caller => caller.HasBody && caller.Body.Instructions.Any(instruction =>
                instruction.Operand is MethodReference { DeclaringType.Name: nameof(ResultBlobs) } called && called.Name == method)))
            .Select(type => (type.DeclaringType ?? type).Name)
            .Distinct();

        Assert.Equal(readers.Order(StringComparer.Ordinal), callers.Order(StringComparer.Ordinal));
    }
}

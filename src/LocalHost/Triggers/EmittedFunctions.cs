using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Azure.WebJobs;
using ExecutionContext = Microsoft.Azure.WebJobs.ExecutionContext;

namespace Ita.LocalHost.Triggers;

/// <summary>
/// Creates a class with one method per queue and blob function, which the WebJobs SDK finds by their attributes:
/// <c>[FunctionName("Ingest")] Task Ingest([QueueTrigger("ingest")] byte[] message, Binder, ExecutionContext, CancellationToken)</c>.
/// </summary>
/// <remarks>
/// The attribute of a blob function has no source: without Event Grid on this machine, its blobs come from the SDK's own listings,
/// within about ten seconds.
/// </remarks>
internal static class EmittedFunctions
{
    private static readonly MethodInfo Run = typeof(FunctionBridge).GetMethod("RunAsync", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The class has the name that the Azure Functions host gives it, because the names of receipts and leases contain it.</summary>
    public static Type Create(IEnumerable<Function> functions)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Functions"), AssemblyBuilderAccess.RunAndCollect);
        var type = assembly.DefineDynamicModule("Functions").DefineType("Host.Functions", TypeAttributes.Public, typeof(FunctionBridge));
        foreach (var function in functions)
        {
            EmitMethod(type, function);
        }

        return type.CreateType();
    }

    private static void EmitMethod(TypeBuilder type, Function function)
    {
        Type[] parameters = [ValueType(function), typeof(Microsoft.Azure.WebJobs.Binder), typeof(ExecutionContext), typeof(CancellationToken)];
        var method = type.DefineMethod(function.Name, MethodAttributes.Public, typeof(Task), parameters);
        method.SetCustomAttribute(Attribute<FunctionNameAttribute>(function.Name));
        method.DefineParameter(1, ParameterAttributes.None, function.Parameter).SetCustomAttribute(TriggerAttribute(function));
        method.DefineParameter(2, ParameterAttributes.None, "_binder");
        method.DefineParameter(3, ParameterAttributes.None, "_context");
        method.DefineParameter(4, ParameterAttributes.None, "_cancellationToken");
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldstr, function.Name);
        for (var argument = 1; argument <= parameters.Length; argument++)
        {
            code.Emit(OpCodes.Ldarg, (short)argument);
        }

        code.Emit(OpCodes.Call, Run);
        code.Emit(OpCodes.Ret);
    }

    private static Type ValueType(Function function) =>
        function.IsDeferred ? typeof(ParameterBindingData) : function.Has("dataType", "binary") ? typeof(byte[]) : typeof(string);

    private static CustomAttributeBuilder TriggerAttribute(Function function) => function.Type == Function.QueueTrigger
        ? Attribute<QueueTriggerAttribute>(function["queueName"]!, function["connection"])
        : Attribute<BlobTriggerAttribute>(function.BlobPath, function["connection"]);

    private static CustomAttributeBuilder Attribute<T>(string argument, string? connection = null)
    {
        var constructor = typeof(T).GetConstructor([typeof(string)])!;
        return connection is null
            ? new(constructor, [argument])
            : new(constructor, [argument], [typeof(T).GetProperty("Connection")!], [connection]);
    }
}

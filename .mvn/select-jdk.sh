# Sourced by mvnw and tsunagi. Keeps JAVA_HOME when it is a JDK 25 or newer, else takes the newest one found
# in the usual places, else says in one sentence what to install. (Maven toolchains are not enough: Quarkus
# builds inside Maven's own JVM.)
tsunagi_jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { echo 0; return; }
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  echo "${major:-0}"
}
if [ "$(tsunagi_jdk_major "${JAVA_HOME:-/nonexistent}")" -lt 25 ]; then
  tsunagi_best=0
  for tsunagi_home in /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    tsunagi_major=$(tsunagi_jdk_major "$tsunagi_home")
    if [ "$tsunagi_major" -ge 25 ] && [ "$tsunagi_major" -gt "$tsunagi_best" ]; then
      tsunagi_best=$tsunagi_major
      JAVA_HOME=$tsunagi_home
    fi
  done
  if [ "$tsunagi_best" -eq 0 ]; then
    echo "tsunagi: no JDK 25 or newer was found; install one (for example Temurin 25) or set JAVA_HOME to it." >&2
    exit 3
  fi
  export JAVA_HOME
fi

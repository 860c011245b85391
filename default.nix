# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The program from this folder with Nix:
#     nix-build && result/bin/flexwm trial
# It has not been tried where flexwm is developed, for want of Nix.  Random123 has no package there: it is headers alone.
{ pkgs ? import <nixpkgs> { } }:
let
  random123 = pkgs.stdenvNoCC.mkDerivation {
    name = "random123-1.14.0";
    src = pkgs.fetchFromGitHub {
      owner = "DEShawResearch";
      repo = "random123";
      rev = "v1.14.0";
      hash = "sha256-r69CupcUjlXSyPFvh8J9r1lalKgfc8NoRjfXMY9wmqs=";
    };
    dontBuild = true;
    installPhase = "mkdir -p $out/include && cp -r include/Random123 $out/include/";
  };
in
pkgs.stdenv.mkDerivation {
  name = "flexwm";
  src = pkgs.lib.cleanSource ./.;
  nativeBuildInputs = with pkgs; [ autoconf automake libtool noweb pkg-config ];
  buildInputs = with pkgs; [ gsl xxHash sqlite random123 ];
  preConfigure = "sh ./bootstrap";
}
